import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Basis, Report } from '../../shared/model/report/report.ts'
import { parseReport, reportToJson } from '../../shared/model/report/report-json.ts'
import { packSubmission } from '../../shared/steps/package/kinds/pack-submission.ts'
import { openPackage } from '../../shared/steps/package/open-package.ts'
import { forms } from '../fixtures/catalogue.ts'
import { sampleDraft, samplePackage } from '../fixtures/made-package.ts'
import { openedSubmission, reading } from '../fixtures/submission-bytes.ts'
import { unsignedSuite } from '../fixtures/unsigned-suite.ts'

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 })
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1000, max: 10_000_000 }),
  fc.constantFrom('n/a', '12.5', '0', '190.457379', '20件', '=1+1', '__proto__'),
  anyText,
)

function anyReport(form: Form): fc.Arbitrary<Report> {
  const keys = [...form.cells.keys()]
  return fc
    .record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      year: fc.integer({ min: form.years.from, max: form.years.to ?? 2030 }),
      values: fc.array(value, { minLength: keys.length, maxLength: keys.length }),
      remark: anyText,
      note: anyText,
      text: fc.string({ unit: 'binary', maxLength: 200 }),
      blank: fc.constantFrom('', '0', '/', null),
      stated: fc.boolean(),
      website: value,
    })
    .map((given) => {
      const draft = {
        form: form.id,
        year: given.year,
        unit: { code: '420921001000', name: given.name },
        cells: Object.fromEntries(keys.map((key, i) => [key, given.values[i]])),
        supplement: { 'publications.website': given.website },
        statements: given.stated ? { disputes: 'none' } : {},
        remarks: Object.fromEntries(keys.slice(0, 1).map((key) => [key, given.remark])),
        notes: { disputes: given.note },
        presentation: given.blank === null ? {} : { blank: given.blank },
        narrative: { overview: given.text },
      }
      const report = parseReport(draft, forms)
      if (!report.ok) throw new Error(report.problem.code)
      return report.value
    })
}

const anyBasis = (form: Form): fc.Arbitrary<Basis> =>
  fc
    .record({
      key: fc.constantFrom(...form.cells.keys()),
      kind: fc.constantFrom('derived' as const, 'entered' as const, 'adjusted' as const, 'empty' as const),
      text: anyText,
    })
    .map(({ key, kind, text }) => ({
      provenance: { [key]: { kind, reason: text } },
      reasons: [{ rule: 'balance', place: { kind: 'cell' as const, cell: key }, text }],
      people: { author: text, reviewer: '', phone: '' },
    }))

describe('packSubmission() and openPackage()', () => {
  it.each(forms.map((form) => [form.id, form] as const))('give back every report of form %s', async (_, form) => {
    await fc.assert(
      fc.asyncProperty(anyReport(form), anyBasis(form), async (report, basis) => {
        const bytes = await packSubmission(forms, { ...sampleDraft, report, basis }, unsignedSuite)
        const read = await openPackage(bytes, reading)
        expect(read.ok ? [reportToJson(form, read.value.report), read.value.basis] : read.problem).toEqual([
          reportToJson(form, report),
          basis,
        ])
      }),
      { numRuns: 40 },
    )
  })
})

describe('openPackage()', () => {
  it('P15: survives 300 mutations: each is refused, or changes nothing', async () => {
    const expected = await openedSubmission(samplePackage)
    let refused = 0
    await fc.assert(
      fc.asyncProperty(anyMutation, async (mutate) => {
        const read = await openPackage(mutate(samplePackage), reading)
        if (!read.ok) refused++
        else expect(read.value).toEqual(expected)
      }),
      { numRuns: 300 },
    )
    expect(refused).toBeGreaterThan(280)
  })
})

const place = fc.nat({ max: samplePackage.length - 1 })
type Mutation = (bytes: Uint8Array) => Uint8Array
const anyMutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(place, fc.nat({ max: 7 })).map(([at, bit]) => flip(at, bit)) },
  {
    weight: 1,
    arbitrary: place.map(
      (at): Mutation =>
        (bytes) =>
          bytes.slice(0, at),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(place, fc.nat({ max: 255 })).map(([at, byte]) => insert(at, byte)) },
  { weight: 1, arbitrary: fc.tuple(place, fc.integer({ min: 1, max: 60 })).map(([at, n]) => cutOut(at, n)) },
  { weight: 1, arbitrary: fc.array(place, { minLength: 2, maxLength: 20 }).map(zero) },
  { weight: 1, arbitrary: fc.tuple(place, place).map(([from, to]) => swap(from, to)) },
)

function flip(at: number, bit: number): Mutation {
  return (bytes) => bytes.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte))
}

function insert(at: number, byte: number): Mutation {
  return (bytes) => Uint8Array.from([...bytes.slice(0, at), byte, ...bytes.slice(at)])
}

function cutOut(at: number, length: number): Mutation {
  return (bytes) => Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + length)])
}

function zero(places: readonly number[]): Mutation {
  return (bytes) => bytes.map((byte, i) => (places.includes(i) ? 0 : byte))
}

function swap(from: number, to: number): Mutation {
  return (bytes) => bytes.map((byte, i) => (i === from ? (bytes[to] ?? 0) : i === to ? (bytes[from] ?? 0) : byte))
}
