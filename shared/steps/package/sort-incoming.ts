import { currentRevision, type Revision } from '../../model/package/revision-order.ts'
import type { Layer } from '../../model/report/report.ts'
import type { PackageProblem } from './package-problem.ts'
import type { Submission } from './unpack.ts'

/** What became of one file. */
export type Verdict =
  /** It is now the unit's current one; `replaces` is the number of the one before, null for the first. */
  | { readonly code: 'accepted'; readonly replaces: number | null; readonly sameNumber: boolean }
  /** A newer one is here: kept as history. `current` is the newer one's number. */
  | { readonly code: 'older'; readonly current: number; readonly sameNumber: boolean }
  /** The very same file is here, or was twice in this batch. */
  | { readonly code: 'already-here' }
  /** It is of a unit that does not stand right below the one that receives; `isOwn`: of the receiving unit itself. */
  | { readonly code: 'unit-not-in-tree'; readonly isOwn?: true }
  | { readonly code: 'other-year'; readonly year: number }
  /** Made in practice or from the sample, for a unit that works in earnest. */
  | { readonly code: 'sample' }
  | { readonly code: 'refused'; readonly problem: PackageProblem }

/** What is kept of a file. */
export type KeptVerdict = Extract<Verdict, { readonly code: 'accepted' | 'older' }>

/** A received file, as far as the order of revisions goes. */
export interface Received extends Revision {
  readonly unit: { readonly code: string }
  readonly layer: Layer
  readonly revision: number
}

export interface Receiver {
  readonly year: number
  /** Code of the receiving unit, where a file of its own is to be told from a stranger's. */
  readonly unit?: string
  /** The receiving unit is of the built-in sample itself. */
  readonly sample: boolean
  /** Codes of the units right below it. */
  readonly children: ReadonlySet<string>
  /** What is here already from those units for that year. */
  readonly known: readonly Received[]
  /** Codes that stand for another one: of a unit that sent files before it had its real code. */
  readonly aliases?: ReadonlyMap<string, string>
}

/**
 * Says of each file of a batch what becomes of it. Whether a file is current is decided against all that is here and
 * all of the batch, so that the order of the files does not matter; only of two equal files the first is the one kept.
 */
export function sortIncoming(receiver: Receiver, incoming: readonly Submission[]): Verdict[] {
  const seen = new Set(receiver.known.map(({ sha256 }) => sha256))
  const strange = incoming.map((submission): Verdict | null => {
    const verdict = strangeVerdict(receiver, submission)
    if (verdict !== null) return verdict
    if (seen.has(submission.sha256)) return { code: 'already-here' }
    seen.add(submission.sha256)
    return null
  })
  const ofUnit = (received: Received): Received => {
    const { code } = received.unit
    return { ...received, unit: { code: receiver.aliases?.get(code) ?? code } }
  }
  const known = receiver.known.map(ofUnit)
  const fresh = incoming.filter((_, index) => strange[index] === null).map((one) => ofUnit(toReceived(one)))
  const all = [...known, ...fresh]
  return incoming.map((submission, index) => strange[index] ?? keptVerdict(known, all, ofUnit(toReceived(submission))))
}

export function isKept(verdict: { readonly code: string }): verdict is KeptVerdict {
  return verdict.code === 'accepted' || verdict.code === 'older'
}

function strangeVerdict({ year, unit, sample, children, aliases }: Receiver, { manifest }: Submission): Verdict | null {
  if (manifest.sample && !sample) return { code: 'sample' }
  // The year first: a file of another year says nothing of who stands on this year's list.
  if (manifest.year !== year) return { code: 'other-year', year: manifest.year }
  if (!children.has(manifest.unit.code)) {
    return (aliases?.get(manifest.unit.code) ?? manifest.unit.code) === unit
      ? { code: 'unit-not-in-tree', isOwn: true }
      : { code: 'unit-not-in-tree' }
  }
  return null
}

function keptVerdict(known: readonly Received[], all: readonly Received[], received: Received): KeptVerdict {
  const isPeer = (other: Received): boolean => other.unit.code === received.unit.code && other.layer === received.layer
  const peers = all.filter(isPeer)
  const sameNumber = peers.some(({ revision, sha256 }) => revision === received.revision && sha256 !== received.sha256)
  const current = currentRevision(peers)
  if (current !== null && current.sha256 !== received.sha256) {
    return { code: 'older', current: current.revision, sameNumber }
  }
  return { code: 'accepted', replaces: currentRevision(known.filter(isPeer))?.revision ?? null, sameNumber }
}

function toReceived({ manifest: { unit, layer, revision, exported }, sha256 }: Submission): Received {
  return { unit, layer, revision, exported, sha256 }
}
