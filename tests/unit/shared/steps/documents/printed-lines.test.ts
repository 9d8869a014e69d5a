import { describe, expect, it } from 'vitest'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { printedLines } from '../../../../../shared/steps/documents/printed-lines.ts'
import { compiledForm } from '../../../../fixtures/catalogue.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'

const count = { kind: 'count', unit: '件' } as const
/** A form whose groups begin with, hold and end with rows that may be left out. */
const form = compiledForm({
  ...formOf('2019').definition,
  sections: [{ id: 't', numeral: '一', name: '表一', short: '表', title: '表', content: 'table' }],
  tables: [
    {
      id: 't',
      widths: [1, 1, 1],
      blocks: [
        {
          corner: '',
          columns: [{ key: 'c', label: '数', ...count, typed: true }],
          rows: [
            {
              label: '组一',
              rows: [
                { key: 'a', label: '甲', optional: true },
                { key: 'b', label: '乙' },
                { key: 'd', label: '丙', optional: true },
              ],
            },
            { label: '组二', rows: [{ key: 'e', label: '丁', optional: true }] },
          ],
        },
      ],
    },
  ],
  supplement: [],
  rules: [],
  derivations: [],
})
const [table] = form.tables
if (table === undefined) throw new Error('no table')
const report = emptyReport(form, 2020, { code: '', name: '' })

/** Each line as the labels in it with their heights. */
const shape = (filled: readonly string[]): string[] =>
  printedLines(form, table, {
    ...report,
    cells: { ...report.cells, ...Object.fromEntries(filled.map((row) => [`t.${row}.c`, 1])) },
  })
    .filter(({ kind }) => kind === 'body')
    .map(({ boxes }) => boxes.map((box) => (box.kind === 'label' ? `${box.text}${box.rowSpan}` : '#')).join(' '))

describe('printedLines()', () => {
  it('keeps every line where there is something in each', () => {
    expect(shape(['a', 'b', 'd', 'e'])).toEqual(['组一3 甲1 #', '乙1 #', '丙1 #', '组二1 丁1 #'])
  })

  it('shortens a group by the lines left out, also by its first', () => {
    expect(shape(['a'])).toEqual(['组一2 甲1 #', '乙1 #'])
    expect(shape(['d'])).toEqual(['组一2 乙1 #', '丙1 #'])
    expect(shape([])).toEqual(['组一1 乙1 #'])
  })
})
