import { randomBytes, randomInt } from 'node:crypto'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** 12 characters of a-z and 0-9: 62 bits, for ids that must only differ. */
export function randomId(): string {
  return Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** 32 characters of base64url: 192 bits, for what must not be guessed. */
export function randomToken(): string {
  return randomBytes(24).toString('base64url')
}

/** For one load of the start page. */
export function randomNonce(): string {
  return randomBytes(16).toString('base64')
}
