import { type DeskPlace, deskRecordId } from '../../model/desk/choice-record.ts'
import { type Choice, type Following, isSameSigner, type Piles, sortPiles } from '../../model/package/piles.ts'
import type { Layer } from '../../model/report/report.ts'
import type { Submission } from './kinds/submission.ts'
import type { PackageProblem } from './package-problem.ts'

/** What became of one file. */
export type Verdict =
  /** It is now the one that counts; `replaces` is the number of the one before, null for the first. */
  | { readonly code: 'accepted'; readonly replaces: number | null; readonly sameNumber: boolean }
  /** What counts follows on it: kept as history. `counted`: number of the one that counts, null while none does. */
  | { readonly code: 'older'; readonly counted: number | null; readonly sameNumber: boolean }
  /**
   * It was made without knowing what counts, or (`otherKeys`) is not signed by the same keys: kept, and a person decides.
   */
  | {
      readonly code: 'waiting'
      readonly counted: number | null
      readonly sameNumber: boolean
      readonly otherKeys: boolean
    }
  /** It is here, or was twice in this batch, however it is packed. */
  | { readonly code: 'already-here' }
  /** It is of a unit that does not stand right below the one that receives; `isOwn`: of the receiving unit itself. */
  | { readonly code: 'unit-not-in-tree'; readonly isOwn?: true }
  | { readonly code: 'other-year'; readonly year: number }
  /** Made in practice or from the sample, for a unit that works in earnest. */
  | { readonly code: 'practice' }
  | { readonly code: 'refused'; readonly problem: PackageProblem }

/** A received file, as far as the order of submissions goes. */
export interface Received extends Following {
  readonly unit: { readonly code: string }
  readonly layer: Layer
  readonly revision: number
}

export interface Receiver {
  readonly year: number
  /** Code of the receiving unit, where a file of its own is to be told from a stranger's. */
  readonly unit?: string
  /** The receiving unit is of the built-in sample itself. */
  readonly practice: boolean
  /** Codes of the units right below it. */
  readonly children: ReadonlySet<string>
  /** What is here already from those units for that year. */
  readonly known: readonly Received[]
  /** What was decided, by `deskRecordId()`. */
  readonly choices: ReadonlyMap<string, Choice>
  /** Codes that stand for another one: of a unit that sent files before it had its real code. */
  readonly aliases?: ReadonlyMap<string, string>
}

export interface SortedBatch {
  /** In the order of the batch. */
  readonly verdicts: readonly Verdict[]
  /** What must be written down, so that what counted goes on counting beside a file that does not follow on it. */
  readonly choices: readonly { readonly place: DeskPlace; readonly choice: Choice }[]
}

/**
 * Says of each file of a batch what becomes of it, against all that is here and all of the batch, so that the order of
 * the files does not matter; only of two equal files the first is the one kept. Nothing replaces a file that counts
 * without following on it.
 */
export function sortIncoming(receiver: Receiver, incoming: readonly Submission[]): SortedBatch {
  const seen = new Set(receiver.known.map(({ id }) => id))
  const strange = incoming.map((submission): Verdict | null => {
    const verdict = strangeVerdict(receiver, submission)
    if (verdict !== null) return verdict
    if (seen.has(submission.id)) return { code: 'already-here' }
    seen.add(submission.id)
    return null
  })
  const placeOf = ({ unit: { code }, layer }: Received): DeskPlace => ({
    unit: receiver.aliases?.get(code) ?? code,
    year: receiver.year,
    layer,
  })
  const keyOf = (received: Received): string => deskRecordId(placeOf(received))
  const fresh = incoming.filter((_, index) => strange[index] === null).map(toReceived)
  const known = Map.groupBy(receiver.known, keyOf)
  const settled = new Map<string, Settled>()
  for (const [key, files] of Map.groupBy(fresh, keyOf)) {
    settled.set(key, settle(known.get(key) ?? [], files, receiver.choices.get(key) ?? null))
  }
  const verdicts = incoming.map((submission, index) => {
    const place = settled.get(keyOf(toReceived(submission)))
    return (
      strange[index] ?? (place === undefined ? ({ code: 'already-here' } as const) : keptVerdict(place, submission))
    )
  })
  const choices = [...Map.groupBy(fresh, keyOf)].flatMap(([key, [first]]) => {
    const choice = settled.get(key)?.choice ?? null
    return choice === null || first === undefined ? [] : [{ place: placeOf(first), choice }]
  })
  return { verdicts, choices }
}

export function isFileKept({ code }: { readonly code: string }): boolean {
  return code === 'accepted' || code === 'older' || code === 'waiting'
}

function strangeVerdict(
  { year, unit, practice, children, aliases }: Receiver,
  { manifest }: Submission,
): Verdict | null {
  if (manifest.practice && !practice) return { code: 'practice' }
  // The year first: a file of another year says nothing of who stands on this year's list.
  if (manifest.year !== year) return { code: 'other-year', year: manifest.year }
  if (!children.has(manifest.unit.code)) {
    return (aliases?.get(manifest.unit.code) ?? manifest.unit.code) === unit
      ? { code: 'unit-not-in-tree', isOwn: true }
      : { code: 'unit-not-in-tree' }
  }
  return null
}

/** The submissions of one unit and layer before and after the batch. */
interface Settled {
  readonly before: Piles<Received>
  readonly after: Piles<Received>
  /** What must be written down; null where the files speak for themselves. */
  readonly choice: Choice | null
}

function settle(known: readonly Received[], fresh: readonly Received[], choice: Choice | null): Settled {
  const before = sortPiles(known, choice)
  const all = [...known, ...fresh]
  const after = sortPiles(all, choice)
  const { counted } = before
  if (counted === null || after.counted === counted || after.counted?.follows.includes(counted.id)) {
    return { before, after, choice: null }
  }
  const kept: Choice = { id: counted.id, seen: before.history.map(({ id }) => id) }
  return { before, after: sortPiles(all, kept), choice: kept }
}

function keptVerdict({ before, after }: Settled, { id, manifest }: Submission): Verdict {
  const { counted, waiting, history } = after
  const peers = [...(counted === null ? [] : [counted]), ...waiting, ...history]
  const sameNumber = peers.some((peer) => peer.revision === manifest.revision && peer.id !== id)
  if (counted?.id === id) return { code: 'accepted', replaces: before.counted?.revision ?? null, sameNumber }
  const about = { counted: counted?.revision ?? null, sameNumber }
  if (!waiting.some((file) => file.id === id)) return { code: 'older', ...about }
  const others = counted === null ? waiting : [counted]
  return { code: 'waiting', ...about, otherKeys: others.some((other) => !isSameSigner(other, manifest)) }
}

function toReceived({ id, manifest: { unit, layer, revision, follows, signer } }: Submission): Received {
  return { id, unit, layer, revision, follows, signer }
}
