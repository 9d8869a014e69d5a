import { dropKeys, type KeyringContent } from './keyring-content.ts'
import type { FoundCopy } from './keyring-copies.ts'
import type { MasterWrap } from './system-secrets.ts'

/** A keyring with the master key's wrap for the account that works here. */
export type WholeKeyring = KeyringContent & { readonly master: MasterWrap }

/** What the copies on disk come to, together. */
export type Standing =
  /** A newer program wrote one of them. */
  | { readonly state: 'newer' }
  /** Nothing was ever sealed here. */
  | { readonly state: 'none' }
  /** `isUneven`: some copy does not hold all of it, and is to be written again. */
  | { readonly state: 'whole'; readonly content: WholeKeyring; readonly isUneven: boolean }
  /**
   * Records are sealed, and what would open them with this account is gone: missing, damaged, or a keyring of another id
   * stands in its place. `keyring`: whose, where that is known; `forCode`: what a recovery code opens.
   */
  | {
      readonly state: 'lost'
      readonly why: 'missing' | 'damaged' | 'other'
      readonly keyring: string | null
      readonly forCode: KeyringContent | null
    }

/** Whether the copies leave it open which keyring is the records': the journal then has to be asked. */
export function isUncertain(copies: readonly FoundCopy[]): boolean {
  const [first, ...others] = copies.map(({ content }) => (isContent(content) ? content.id : null))
  return first === null || others.some((id) => id !== first)
}

/**
 * Which of these is the keyring, and all that it holds: of one id the highest generation, all keys that any copy has,
 * without those that any copy dropped. `sealedUnder`: the ids of the keyrings under which the journal's records are
 * sealed, the last one last; none where the journal was not asked, or nothing is sealed.
 */
export function reconcile(copies: readonly FoundCopy[], sealedUnder: readonly string[]): Standing {
  if (copies.some(({ content }) => content === 'newer')) return { state: 'newer' }
  const readable = copies.map(({ content }) => content).filter(isContent)
  const ids = readable.map(({ id }) => id)
  const id = sealedUnder.length === 0 ? mostFrequent(ids) : sealedUnder.findLast((one) => ids.includes(one))
  const own = readable.filter((content) => content.id === id)
  const merged = merge(own)
  // What was erased under a keyring that came between is erased for this one too.
  if (merged !== null) for (const { dropped } of readable) dropKeys(merged, dropped)
  const master = newest(own.filter((content) => content.master !== null))?.master
  if (merged !== null && master) {
    const content = { ...merged, master }
    return { state: 'whole', content, isUneven: copies.some((copy) => !holds(copy, content)) }
  }
  if (merged === null && sealedUnder.length === 0) return { state: 'none' }
  const isDamaged = copies.some(({ content }) => content === 'damaged')
  return {
    state: 'lost',
    why: own.length < readable.length ? 'other' : isDamaged ? 'damaged' : 'missing',
    keyring: id ?? sealedUnder.at(-1) ?? null,
    forCode: merged,
  }
}

/** Whether a copy holds all of it, and its own wrap of the master key or none. */
function holds({ content: held, isBesideJournal }: FoundCopy, content: WholeKeyring): boolean {
  return (
    isContent(held) &&
    held.generation === content.generation &&
    held.keys.size === content.keys.size &&
    held.units.size === content.units.size &&
    held.dropped.size === content.dropped.size &&
    JSON.stringify(held.master) === JSON.stringify(isBesideJournal ? null : content.master)
  )
}

/** What would be lost if this keyring were written over it. */
export function isStranger({ content }: FoundCopy, id: string): boolean {
  return content !== null && (!isContent(content) || content.id !== id)
}

export function isContent(content: FoundCopy['content']): content is KeyringContent {
  return content !== null && typeof content !== 'string'
}

function mostFrequent(ids: readonly string[]): string | undefined {
  const count = (id: string) => ids.filter((one) => one === id).length
  return ids.toSorted((a, b) => count(b) - count(a))[0]
}

/** The newest, with what only the others have. */
function merge(own: readonly KeyringContent[]): KeyringContent | null {
  const base = newest(own)
  if (base === null) return null
  const merged = { ...base, keys: new Map(base.keys), units: new Map(base.units), dropped: new Set(base.dropped) }
  for (const { keys, units } of own) {
    for (const [id, key] of keys) if (!merged.keys.has(id)) merged.keys.set(id, key)
    for (const [unit, secret] of units) if (!merged.units.has(unit)) merged.units.set(unit, secret)
  }
  return merged
}

function newest(contents: readonly KeyringContent[]): KeyringContent | null {
  return contents.reduce<KeyringContent | null>(
    (best, one) => (best === null || one.generation > best.generation ? one : best),
    null,
  )
}
