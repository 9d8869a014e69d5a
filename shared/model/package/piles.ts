import type { Signer } from './signer.ts'

/** A submission, as far as it matters which one counts. */
export interface Following {
  /** Hash of its manifest. */
  readonly id: string
  /** Ids of the earlier ones that its maker knew. */
  readonly follows: readonly string[]
  /** By whose keys it is; null where nobody signed it. */
  readonly signer: Signer | null
}

/** A decision which submission of a unit counts. */
export interface Choice {
  readonly id: string
  /** Ids of the others that were known then, and were not chosen. */
  readonly seen: readonly string[]
}

/** The submissions of one unit, year and layer. */
export interface Piles<F> {
  /** The one that is in the sum; null for none. */
  readonly counted: F | null
  /** What does not follow on the counted one, or is by another's keys: a person has to say which is right. */
  readonly waiting: readonly F[]
  readonly history: readonly F[]
}

/**
 * Says which submission counts: the newest that follows on the chosen one, without a choice the one that follows on all
 * others. Where two do not know of each other, or are not by the same keys, nothing replaces what counts; to choose one is
 * to take its keys. A function of the files and the choice alone: the order in which they came and their makers' clocks do
 * not matter.
 */
export function sortPiles<F extends Following>(files: readonly F[], choice: Choice | null): Piles<F> {
  const chosen = files.find(({ id }) => id === choice?.id) ?? null
  const seen = new Set(chosen === null ? [] : choice?.seen)
  const later =
    chosen === null
      ? files
      : files.filter((file) => file.follows.includes(chosen.id) && !seen.has(file.id) && isSameSigner(file, chosen))
  const [newest, ...others] = latest(later)
  const counted = newest !== undefined && others.length === 0 ? newest : chosen
  const past = new Set([...seen, ...(counted?.follows ?? [])])
  const rest = files.filter((file) => file !== counted)
  const waiting = latest(rest.filter(({ id }) => !past.has(id)))
  return { counted, waiting, history: rest.filter((file) => !waiting.includes(file)) }
}

export function isSameSigner(one: Pick<Following, 'signer'>, other: Pick<Following, 'signer'>): boolean {
  return one.signer?.sign === other.signer?.sign
}

/** Those that no other of these by the same keys follows. */
function latest<F extends Following>(files: readonly F[]): readonly F[] {
  const followed = new Set(files.flatMap((file) => file.follows.map((id) => keyed(file, id))))
  return files.filter((file) => !followed.has(keyed(file, file.id)))
}

const keyed = ({ signer }: Following, id: string): string => `${signer?.sign ?? ''} ${id}`
