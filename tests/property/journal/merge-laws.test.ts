import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFrame } from '../../../shared/journal/apply-frame.ts'
import type { Frame } from '../../../shared/journal/frame.ts'
import { type BookRecord, type Copy, type MergeOptions, merge } from '../../../shared/journal/merge.ts'
import { standingIn } from '../../../shared/record/groups.ts'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import { type History, history, live } from './histories.ts'
import type { Replica } from './replica.ts'
import type { World } from './world.ts'

type IsDropped = MergeOptions['isDropped']

/** The copies of all PCs at the end of a history, before they meet, and what all of them together know to be dropped. */
function copiesOf(past: History): { readonly copies: readonly Copy[]; readonly isDropped: IsDropped } {
  let replicas: Replica[] = []
  let copies: Copy[] = []
  live(past, (world: World) => {
    replicas = world.pcs.map(({ replica }) => replica)
    copies = replicas.map((replica) => replica.export().copy)
  })
  const isDropped: IsDropped = (value) => replicas.some((replica) => replica.isDropped(value))
  // Merging goes by what both sides know to be dropped; taking itself in makes a copy know it.
  return { copies: copies.map((copy) => join(copy, copy, isDropped)), isDropped }
}

/** One copy after it took in another. */
function join(own: Copy, other: Copy, isDropped: IsDropped): Copy {
  const changes = merge(own, other, { unit: 'u', isDropped })
  const vector = new Map(own.vector)
  for (const { entity, record, value } of changes) if (entity === 'run') vector.set(record.slice(2), String(value))
  const frame: Frame = {
    v: 1,
    seq: 1,
    hlc: '',
    device: '',
    action: 'merge',
    author: '',
    unit: 'u',
    year: null,
    changes,
  }
  const rows = new Map([...own.records].map(([key, { groups }]) => [key, groups]))
  const records = new Map(own.records)
  for (const [key, groups] of applyFrame(rows, frame)) {
    const record = [...own.records, ...other.records].find(([one]) => one === key)?.[1]
    if (record !== undefined) records.set(key, { ...record, groups })
  }
  return { records, vector }
}

/** What a copy says, and of each group what it shows. */
const said = ({ records, vector }: Copy): string =>
  canonicalJson([
    Object.fromEntries(vector),
    Object.fromEntries([...records].map(([key, one]) => [key, groupsOf(one)])),
  ])

const groupsOf = ({ groups }: BookRecord) =>
  Object.fromEntries(Object.entries(groups).map(([name, stamped]) => [name, standingIn(stamped)]))

describe('merge()', () => {
  it('J15: is commutative, associative and idempotent over the copies of any history', () => {
    fc.assert(
      fc.property(history, (past) => {
        const { copies, isDropped } = copiesOf(past)
        const both = (own: Copy, other: Copy) => join(own, other, isDropped)
        const [a, b, c = a] = copies
        if (a === undefined || b === undefined || c === undefined) throw new Error('too few copies')
        expect(said(both(a, b))).toBe(said(both(b, a)))
        expect(said(both(both(a, b), c))).toBe(said(both(a, both(b, c))))
        expect(said(both(a, a))).toBe(said(a))
        expect(said(both(both(a, b), b))).toBe(said(both(a, b)))
      }),
      { numRuns: 100 },
    )
  })
})
