import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formById } from '../../shared/catalogue/catalogue.ts'
import { submittedReport } from '../../shared/model/report/submitted-report.ts'
import { foldFindings } from '../../shared/steps/check/causes.ts'
import { check } from '../../shared/steps/check/check.ts'
import { reportDocument } from '../../shared/steps/documents/report-document.ts'
import { reportCsv } from '../../shared/steps/documents/to-csv.ts'
import { documentHtml } from '../../shared/steps/documents/to-html.ts'
import { reportXlsx } from '../../shared/steps/documents/to-xlsx.ts'
import { packSubmission } from '../../shared/steps/package/kinds/pack-submission.ts'
import type { Submission } from '../../shared/steps/package/kinds/submission.ts'
import { openPackage } from '../../shared/steps/package/open-package.ts'
import { forms } from '../fixtures/catalogue.ts'
import { type Json, rebuilt, sampleDraft, sampleJson } from '../fixtures/made-package.ts'
import { runs } from '../fixtures/runs.ts'
import { reading } from '../fixtures/submission-bytes.ts'
import { unsignedSuite } from '../fixtures/unsigned-suite.ts'

/** What nobody types: numbers without end, names of JavaScript, characters of no file, texts that make a search slow. */
const evil = fc.constantFrom<unknown>(
  ...[null, true, -1, 1e308, -1e308, 5e-324, 0.1, 2 ** 53, [], {}, [[]], { a: 1 }],
  ...['', ' ', 'n/a', '1e9999999', '__proto__', 'constructor', 'toString', '=1+1', '＝1', '\u0000', '\ufffe', 'a\r\nb'],
  ...['9'.repeat(25), '9'.repeat(200_000), '１'.repeat(50_000), 'ﷺ'.repeat(60_000), '1,'.repeat(60_000)],
)
const key = fc.constantFrom(
  'constructor',
  'hasOwnProperty',
  'question.x',
  'question.__proto__',
  'question.toString',
  'x',
)

type Change = (json: unknown) => unknown

/** Puts something else at a place of the JSON, however deep. */
const change: fc.Arbitrary<Change> = fc
  .tuple(fc.array(fc.nat(400), { minLength: 1, maxLength: 3 }), evil, fc.option(key))
  .map(([way, value, added]): Change => {
    const at = (json: unknown, [step = 0, ...rest]: readonly number[]): unknown => {
      if (typeof json !== 'object' || json === null) return value
      const keys = Object.keys(json)
      const chosen = keys[step % Math.max(1, keys.length)]
      if (rest.length === 0 && added !== null) return { ...json, [added]: value }
      const inner = chosen === undefined || rest.length === 0 ? value : at(Reflect.get(json, chosen), rest)
      return chosen === undefined ? json : { ...json, [chosen]: inner }
    }
    return (json) => at(json, way)
  })

/** Puts something else into a cell: most of that is let in, and marked. */
const typed: fc.Arbitrary<Change> = fc
  .tuple(fc.constantFrom(...Object.keys(sampleDraft.report.cells)), evil)
  .map(([cell, value]): Change => {
    return (json) => ({ ...Object(json), cells: { ...Object(Reflect.get(Object(json), 'cells')), [cell]: value } })
  })

const basis = {
  ...sampleJson.basis,
  supplement: { 'publications.website': { kind: 'adjusted', reason: '重复' } },
  reasons: [{ rule: 'balance', place: { kind: 'cell', cell: 'requests.granted.person' }, text: '属实' }],
}

/** Everything that a county does with a file that it took in. */
async function goThrough({ report, basis: behind, manifest }: Submission): Promise<void> {
  const form = formById(forms, report.form)
  if (form === null) throw new Error(report.form)
  submittedReport(form, { report, basis: behind, layer: manifest.layer })
  foldFindings(form, check(form, report, { forms, lastYear: sampleDraft.report }))
  reportXlsx(form, report)
  reportCsv(form, report)
  documentHtml(reportDocument(form, report), { title: report.unit.name })
  const again = await packSubmission(forms, { ...sampleDraft, report, basis: behind }, unsignedSuite)
  const reopened = await openPackage(again, reading)
  expect(reopened.ok && reopened.value.report).toEqual(report)
}

describe('contents that somebody made, their hashes right', () => {
  it('P6: are refused by name, or everything that is done with them comes to an end', async () => {
    const part = fc.constantFrom<readonly [string, Json]>(['report.json', sampleJson.report], ['basis.json', basis])
    let taken = 0
    await fc.assert(
      fc.asyncProperty(
        part,
        fc.array(fc.oneof(change, typed), { minLength: 1, maxLength: 2 }),
        async ([name, json], changes) => {
          const made = changes.reduce<unknown>((now, one) => one(now), json)
          const opened = await openPackage(rebuilt({ parts: { [name]: made } }), reading)
          if (!opened.ok) return
          taken++
          await goThrough(opened.value)
        },
      ),
      { numRuns: runs(160) },
    )
    expect(taken).toBeGreaterThan(0)
  }, 120_000)

  it('K1: are marked and gone through where every cell holds a number without end', async () => {
    const cells = Object.fromEntries(
      Object.keys(sampleDraft.report.cells).map((cell, i) => [cell, i % 2 ? 1e308 : -1e308]),
    )
    const opened = await openPackage(rebuilt({ parts: { 'report.json': { ...sampleJson.report, cells } } }), reading)
    if (!opened.ok) throw new Error(opened.problem.code)
    await goThrough(opened.value)
  })
})
