import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegisterDefinition, RegisterField } from '../../shared/catalogue/registers/register-definition.ts'
import { typedFields } from '../../shared/catalogue/registers/sheet-fields.ts'
import type { FieldValue } from '../../shared/model/entry/entry-record.ts'
import { type RequestStage, requestStage } from '../../shared/model/entry/request.ts'
import { isPlaceholder } from '../../shared/steps/sheets/cells/placeholder.ts'
import { planOf, proposePlans } from '../../shared/steps/sheets/columns/propose-plan.ts'
import { type ExportedEntry, exportRows } from '../../shared/steps/sheets/file/export-rows.ts'
import { formatCsv, guarded, parseCsv } from '../../shared/steps/sheets/file/parse-csv.ts'
import { readWorkbook } from '../../shared/steps/sheets/file/read-workbook.ts'
import { exportCsv, exportXlsx } from '../../shared/steps/sheets/file/write-sheets.ts'
import { checkRows } from '../../shared/steps/sheets/rows/check-rows.ts'
import { registers } from '../fixtures/catalogue.ts'
import { anyEntry } from '../fixtures/entries-arbitrary.ts'
import { runs } from '../fixtures/runs.ts'

const danger = fc.constantFrom(
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  "'=1",
  "''-2",
  '＝1',
  '_x000D_',
  '"a"',
  'a,b',
  '一\n二',
  ' ; ',
)
/** Any text that XML holds, without the white space around it that an import takes away. */
const text = fc
  .oneof(
    danger,
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', "'", '"', ',', '\n', 'a', '甲', ' ', '\t', '-') }),
  )
  .map((one) => one.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (c) => (c === '\n' ? '\n' : '')).trim())

describe('a text file', () => {
  it('H11: gives back every cell, and none that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (cells) => {
        // A first line with our separator, as the headings of an export are.
        const rows = [['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'], ...cells]
        const written = formatCsv(rows)
        expect(parseCsv(written.slice(1))).toEqual(rows)
        for (const cell of rows.flat()) expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      }),
    )
  })
})

function xlsxOf(...[register, sheet]: Parameters<typeof exportXlsx>): Uint8Array {
  const made = exportXlsx(register, sheet)
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

const line = text.map((one) => one.replace(/\n/g, ' ').trim())
/** A mark for nothing, as offices write it, is read as nothing. */
const isMark = (one: string): boolean => isPlaceholder({ key: '', label: '', kind: 'text' }, one, one)
const filled = line.filter((one) => one !== '' && !isMark(one))

/** A value as a register keeps it, right or typed wrong; what a spreadsheet would read otherwise is left out. */
function anyValue({ kind, choices, many }: RegisterField): fc.Arbitrary<FieldValue> {
  const choice = fc.constantFrom(...(choices ?? []).map(({ value }) => value), '托梦')
  switch (kind) {
    case 'date':
      return fc.constantFrom('2025-03-15', '2024-02-29', '1905-01-01', '0900-01-01', '三月中旬', '2025-02-30')
    case 'month':
      return fc.constantFrom('2025', '2025-03', '去年')
    case 'choice':
      return many === true ? fc.uniqueArray(choice, { minLength: 1, maxLength: 3 }) : choice
    case 'count':
    case 'money':
    case 'figure':
      return fc.constantFrom('0', '12', '-3', '0.25', '900719925474', '1234567890123456789', '12件')
    case 'flag':
      return fc.constant(true)
    case 'link':
      return fc.constantFrom('mk3f0a1', '2025/trainings')
    case 'text':
      return filled
    case 'longText':
      return text.filter((one) => one !== '')
  }
}

function anyOf(register: RegisterDefinition): fc.Arbitrary<ExportedEntry> {
  const values = (fields: readonly RegisterField[]) =>
    fc
      .tuple(...fields.map((field) => fc.option(anyValue(field).map((value) => [field.key, value] as const))))
      .map((drawn) => Object.fromEntries(drawn.filter((one) => one !== null)))
  const stages =
    register.stages === undefined
      ? fc.constant([])
      : anyEntry.filter(({ id }) => id.register === register.id).map((entry) => entry.stages)
  return fc
    .record({
      fields: values(typedFields(register).filter(({ personal }) => personal !== true)),
      personal: values(typedFields(register).filter(({ personal }) => personal === true)).map((drawn) =>
        Object.fromEntries(Object.entries(drawn).map(([key, value]) => [key, String(value)])),
      ),
      stages,
    })
    .filter(({ fields, personal, stages: own }) => Object.keys({ ...fields, ...personal }).length + own.length > 0)
}

async function readBack(register: RegisterDefinition, bytes: Uint8Array) {
  const tables = await readWorkbook(bytes)
  if (!tables.ok) throw new Error(tables.problem.code)
  const [plan] = proposePlans(register, tables.value)
  if (plan === undefined) throw new Error('no sheet')
  const checked = await checkRows(register, tables.value, planOf(plan), {
    anchor: '2026-12-31',
    today: '2030-01-01',
    linked: (id) => id,
  })
  if (!checked.ok) throw new Error(checked.problem.code)
  return checked.value.rows
}

describe('H11: an export', () => {
  it.each(registers.map((register) => [register.id, register] as const))(
    'of %s reads back to the same entries',
    async (_id, register) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyOf(register), { minLength: 1, maxLength: 6 }),
          fc.constantFrom('xlsx', 'csv'),
          async (entries, kind) => {
            const sheet = exportRows(register, entries, { withPersonal: true, linkText: (id) => id })
            const rows = await readBack(register, kind === 'xlsx' ? xlsxOf(register, sheet) : exportCsv(sheet))
            expect(rows.map(({ fields, personal }) => ({ fields, personal }))).toEqual(
              entries.map(({ fields, personal }) => ({ fields, personal })),
            )
            const sorted = (stages: readonly RequestStage[]) =>
              stages.map((stage) => JSON.stringify(requestStage.parse(stage))).sort()
            expect(rows.map(({ stages }) => sorted(stages))).toEqual(
              entries.map(({ stages }) => sorted(stages.map(({ stage }) => stage))),
            )
          },
        ),
        { numRuns: runs(40) },
      )
    },
  )
})
