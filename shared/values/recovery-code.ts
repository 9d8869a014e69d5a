/**
 * The code that opens the keys where the system no longer does: 23 random characters of 5 bits (115 bits) and a check
 * character, in six groups of four. The 32 characters leave out 0, O, 1 and I, which people confuse.
 */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const GROUP = 4
const LENGTH = 24

/** How many random bytes a code is made of. */
export const RECOVERY_CODE_BYTES = LENGTH - 1

/** How many random bytes the name of a keyring is made of. */
export const KEYRING_ID_BYTES = 2 * GROUP

/** What tells one keyring from another, also on paper: `7KQM-2XPA`. Made of `KEYRING_ID_BYTES` random bytes. */
export function keyringId(random: Uint8Array): string {
  if (random.length !== KEYRING_ID_BYTES) throw new Error(`a keyring's name is made of ${KEYRING_ID_BYTES} bytes`)
  return grouped(Array.from(random, (byte) => byte & 31))
}

/** Makes a code of `RECOVERY_CODE_BYTES` random bytes: `7KQM-…`. */
export function recoveryCode(random: Uint8Array): string {
  if (random.length !== RECOVERY_CODE_BYTES) throw new Error(`a recovery code is made of ${RECOVERY_CODE_BYTES} bytes`)
  const values = Array.from(random, (byte) => byte & 31)
  return grouped([...values, checkValue(values)])
}

/**
 * The code as it was printed, from what somebody typed: with or without dashes, in any case and width. Null where
 * it cannot be one; any one wrong character, and any two neighbours exchanged, are noticed.
 */
export function readRecoveryCode(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
  const values = Array.from(text, (character) => ALPHABET.indexOf(character))
  if (values.length !== LENGTH || values.includes(-1)) return null
  return checkValue(values.slice(0, -1)) === values.at(-1) ? grouped(values) : null
}

function grouped(values: readonly number[]): string {
  const text = values.map((value) => ALPHABET[value]).join('')
  return text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? ''
}

/** A Horner sum over the field of 32 elements: each place has a weight of its own, so neighbours cannot change places. */
function checkValue(values: readonly number[]): number {
  return timesAlpha(values.reduce((sum, value) => timesAlpha(sum) ^ value, 0))
}

/** Multiplies by x modulo x⁵ + x² + 1, which has order 31: more than a code has places. */
function timesAlpha(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}
