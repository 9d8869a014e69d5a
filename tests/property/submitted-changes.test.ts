import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellEdits, supplementEdits } from '../../shared/actions/figure-changes.ts'
import { keepSubmitted } from '../../shared/actions/keep-submitted.ts'
import type { CellValue } from '../../shared/model/report/report.ts'
import type { DerivedValues } from '../../shared/model/report/working-report.ts'
import type { Groups } from '../../shared/record/groups.ts'
import { workingReport } from '../../shared/steps/aggregate/read-working-report.ts'
import { hasChangedFigures, submittedChanges } from '../../shared/steps/check/submitted-changes.ts'
import { formOf } from '../fixtures/read-fixture.ts'
import { withChanges } from '../fixtures/register-entries.ts'
import { runs } from '../fixtures/runs.ts'

const form = formOf('2021')
const id = { unit: 't1', year: 2024, layer: 'own' } as const
const name = { code: 't1', name: '花园镇' }
const totals = new Set(form.totals.map(({ key }) => key))
const money = new Set<string>([...form.cells.values()].flatMap(({ key, kind }) => (kind === 'money' ? [key] : [])))
const moneyOf = (key: string): boolean => money.has(key) || key === 'processingFee.amount'
// Few cells, so that the same ones are typed, derived and sent.
const cells = [...form.cells.keys()].filter((key) => /received|carriedIn|granted|fee|rule|review/.test(key))
const extra = ['publications.website', 'publications.total', 'received.online', 'trainings', 'processingFee.amount']

const figure = fc.nat(4)
const asMoney = (isMoney: boolean, value: number): CellValue => (isMoney ? String(value) : value)
const someDerived: fc.Arbitrary<DerivedValues> = fc
  .record({
    cells: fc.array(fc.tuple(fc.constantFrom(...cells.filter((key) => !totals.has(key))), figure), { maxLength: 12 }),
    supplement: fc.array(fc.tuple(fc.constantFrom(...extra), figure), { maxLength: 4 }),
  })
  .map((given) => ({
    cells: new Map(given.cells.map(([key, value]) => [key, asMoney(moneyOf(key), value)])),
    supplement: Object.fromEntries(given.supplement.map(([key, value]) => [key, asMoney(moneyOf(key), value)])),
  }))
const typedValue = fc.oneof(
  { weight: 4, arbitrary: figure },
  fc.constant(null),
  fc.constant('约2件'),
  fc.constant('n/a'),
)
const someTyping = fc.record({
  cells: fc.array(fc.record({ key: fc.constantFrom(...cells), value: typedValue }), { maxLength: 8 }),
  supplement: fc.array(fc.record({ key: fc.constantFrom(...extra), value: typedValue }), { maxLength: 3 }),
})
type Typing = typeof someTyping extends fc.Arbitrary<infer T> ? T : never

function type(groups: Groups, typing: Typing, derived: DerivedValues): Groups {
  const stored = (key: string, value: CellValue): CellValue =>
    typeof value === 'number' ? asMoney(moneyOf(key), value) : value
  const inCells = typing.cells.map(({ key, value }) => ({ key, value: stored(key, value) }))
  const inSupplement = typing.supplement.map(({ key, value }) => ({ key, value: stored(key, value) }))
  const after = withChanges(groups, cellEdits(form, id, groups, inCells, derived))
  return withChanges(after, supplementEdits(id, after, inSupplement, { form, derived }))
}

const nothing: DerivedValues = { cells: new Map(), supplement: {} }
const keyOf = (key: string) => {
  const known = form.key(key)
  if (known === null) throw new Error(`no cell ${key}`)
  return known
}
const [partKey, totalKey] = [keyOf('requests.granted.person'), keyOf('requests.granted.total')]

const situation = fc.record({ before: someDerived, sent: someTyping, after: someDerived, typed: someTyping })
const working = (groups: Groups, derived: DerivedValues) => workingReport(form, id, name, groups, derived)

describe('keepSubmitted()', () => {
  it('leaves nothing that differs, whatever was counted and typed before and after', () => {
    fc.assert(
      fc.property(situation, ({ before, sent, after, typed }) => {
        const stood = type({}, sent, before)
        const { report } = working(stood, before)
        expect(hasChangedFigures(submittedChanges(form, report, working(stood, before)))).toBe(false)
        const now = type(stood, typed, after)
        const kept = withChanges(now, keepSubmitted(form, id, now, report, { derived: after, reason: '已公布' }))
        const left = submittedChanges(form, report, working(kept, after))
        expect([left.cells, left.supplement]).toEqual([[], []])
      }),
      { numRuns: runs(300) },
    )
  })

  it('keeps a total that was submitted over blank parts, and became right by parts that now go back', () => {
    const edits = (part: CellValue) => [
      ...(part === null ? [] : [{ key: partKey, value: part }]),
      { key: totalKey, value: 3 },
    ]
    const stood = withChanges({}, cellEdits(form, id, {}, edits(null), nothing))
    const { report } = working(stood, nothing)
    const now = withChanges(stood, cellEdits(form, id, stood, edits(3), nothing))
    expect(now[`cell:${totalKey}`]?.value).toBeNull()
    const kept = withChanges(now, keepSubmitted(form, id, now, report, { derived: nothing, reason: '已公布' }))
    expect(working(kept, nothing).report.cells[totalKey]).toBe(3)
    expect(hasChangedFigures(submittedChanges(form, report, working(kept, nothing)))).toBe(false)
  })

  it('gives every figure that it types over the registers the reason, and changes no other figure', () => {
    fc.assert(
      fc.property(situation, ({ before, sent, after, typed }) => {
        const stood = type({}, sent, before)
        const { report } = working(stood, before)
        const now = type(stood, typed, after)
        const shown = working(now, after)
        const changes = submittedChanges(form, report, shown)
        const changed = new Set<string>([...changes.cells, ...changes.supplement].map(({ key }) => key))
        const kept = working(
          withChanges(now, keepSubmitted(form, id, now, report, { derived: after, reason: '已公布' })),
          after,
        )
        for (const key of form.cells.keys()) {
          // A total of nothing but zeros goes back to blank with its parts.
          if (totals.has(key)) continue
          if (!changed.has(key)) expect([key, kept.report.cells[key]]).toEqual([key, shown.report.cells[key]])
          else if (kept.origin.get(key) === 'adjusted') expect(kept.overrides?.get(key)).toBe('已公布')
        }
        for (const { key } of changes.supplement) {
          if (kept.supplementOrigin?.get(key) === 'adjusted') expect(kept.overrides?.get(key)).toBe('已公布')
        }
      }),
      { numRuns: runs(300) },
    )
  })
})
