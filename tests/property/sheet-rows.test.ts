import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUpdatable, type SortedRows } from '../../renderer/features/sheets/sheet-state.ts'
import { knownRegister } from '../../shared/catalogue/catalogue.ts'
import { entryFlaws } from '../../shared/model/entry/entry-flaws.ts'
import { placeKey } from '../../shared/steps/sheets/rows/check-rows.ts'
import { registers } from '../fixtures/catalogue.ts'
import { memoryDisk } from '../fixtures/memory-desktop.ts'
import { book, type Row, sheetOf } from '../fixtures/sheets/office-sheets.ts'
import { sortPasted, sortSheets, storedRequests, takeSorted } from '../fixtures/sheets/pasted-rows.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../fixtures/test-store.ts'

const requests = knownRegister(registers, 'requests')
/** What offices write into each column, right, wrong and not at all. */
const columns: readonly (readonly [heading: string, texts: readonly string[]])[] = [
  ['收到日期', ['2025-3-1', '2025-3-2', '3月40日', '2027-1-1', '']],
  ['方式', ['网络', '当面', '托梦', '']],
  ['申请人类别', ['个人', '企业', '自然人', '']],
  ['申请人姓名或名称', ['欧阳某', '上官某', '#REF!', '']],
  ['申请内容', ['预算', '决算', '']],
  ['编号', ['申-1', '申-2', '', '', '']],
  ['延期告知日期', ['2025-3-8', '', '']],
  ['答复日期', ['2025-3-9', '2025-2-1', '']],
  ['办理结果', ['予以公开', '已答复', '撤回', '']],
]
const head = columns.map(([heading]) => heading)
const row = fc.tuple(...columns.map(([, texts]) => fc.constantFrom(...texts)))
const sum = fc.constant(['合计', ...head.slice(1).map(() => '9')])
const sheet = fc.array(fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: sum }), {
  minLength: 1,
  maxLength: 8,
})

const filled = (rows: readonly (readonly string[])[]) =>
  rows.filter((cells) => cells.some((cell) => cell !== '')).length
const piles = ({ good, bad, changed, same, duplicate, passedOver }: SortedRows) =>
  [good, bad, changed, same, duplicate, passedOver].map((pile) => pile.length)
const total = (sorted: SortedRows) => piles(sorted).reduce((all, one) => all + one, 0)
const updatable = ({ changed, known }: SortedRows) =>
  changed.map(placeKey).filter((place) => {
    const one = known.get(place)
    return one !== undefined && isUpdatable(one)
  })

async function startOffice() {
  await forgetDatabase()
  const started = await startStore(memoryDisk())
  await addUnits(started.store, [unit('t1', '花园镇', 'township', null)])
  return started
}

describe('H9 H13 H32: the rows of a sheet', () => {
  it('are stored, updated, the same, marked or passed over, each one; none is doubled by importing again', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, sheet, async (first, edited) => {
        fc.pre(filled(first) > 0 && filled(edited) > 0)
        const office = await startOffice()
        const sorted = await sortPasted(office, [head, ...first])
        expect(total(sorted)).toBe(filled(first))
        await takeSorted(office, sorted)
        const made = await storedRequests(office.store)
        expect(made).toHaveLength(sorted.good.length + sorted.bad.length)
        expect(made.filter((entry) => entryFlaws(requests, entry).size > 0)).toHaveLength(sorted.bad.length)

        const again = await sortPasted(office, [head, ...first])
        expect(piles(again)).toEqual([0, 0, 0, made.length, sorted.duplicate.length, sorted.passedOver.length])

        const other = await sortPasted(office, [head, ...edited])
        expect(total(other)).toBe(filled(edited))
        await takeSorted(office, other, updatable(other))
        expect(await storedRequests(office.store)).toHaveLength(made.length + other.good.length + other.bad.length)
      }),
      { numRuns: 25 },
    )
  })
})

interface OfficeSheet {
  readonly rows: Row[]
  readonly hidden: readonly number[]
  /** Rows whose first cell reaches over the one below. */
  readonly merged: readonly number[]
  /** Title rows above the headings, empty columns before them. */
  readonly above: number
  readonly left: number
}

/** What offices write beside plain values: marks for nothing, units, 同上, brackets, signs that nobody sees. */
const ugly: Readonly<Record<string, readonly string[]>> = {
  收到日期: ['2025年3月1日', '45717', '2025.3', '同上', '3月2号'],
  方式: ['网上', '信函（挂号信）', '当面（邮寄）', '/', '\u200b网络'],
  承办单位: ['财政局', '同上', '#N/A', '无'],
  收费金额: ['12元', '0.3万元', '约5元', '—', ''],
  收费日期: ['2025-3-5', '', ''],
  编号: ['申-1', '1.10101E+17', '', ''],
}
const uglyHead = ['收到日期', '方式', '申请人类别', '承办单位', '收费金额', '收费日期', '编号', '备忘']
const cellOf = (heading: string) =>
  fc.constantFrom(...(ugly[heading] ?? []), ...(columns.find(([one]) => one === heading)?.[1] ?? ['甲', '']))
const uglyRow = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(...uglyHead.map(cellOf)).map((cells): Row => [...cells]) },
  { weight: 1, arbitrary: fc.constantFrom<Row>(['合计', '3件'], [...uglyHead], ['填表人：甲'], ['以下空白']) },
)
const officeSheet: fc.Arbitrary<OfficeSheet> = fc.array(uglyRow, { minLength: 1, maxLength: 6 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    hidden: fc.subarray(rows.map((_, i) => i)),
    merged: fc.subarray(rows.slice(1).map((_, i) => i)),
    above: fc.integer({ min: 0, max: 2 }),
    left: fc.integer({ min: 0, max: 1 }),
  }),
)

const isFilled = (row: Row): boolean => row.some((cell) => cell !== null && cell !== '')

/** As a workbook has it; `filled`: how many rows below the headings hold anything. */
function laidOut({ rows, hidden, merged, above, left }: OfficeSheet, heads: readonly string[] = uglyHead) {
  const own = rows.map((row, i): Row => (merged.includes(i - 1) ? [null, ...row.slice(1)] : row))
  const shift = (row: Row): Row => [...Array.from({ length: left }, () => null), ...row]
  const title: Row[] = Array.from({ length: above }, () => shift(['花园镇2025年台账']))
  const top = above + 1
  const sheet = sheetOf([...title, shift([...heads]), ...own.map(shift)], {
    '!merges': merged.map((i) => ({ s: { r: top + i, c: left }, e: { r: top + i + 1, c: left } })),
    '!rows': Array.from({ length: top + own.length }, (_, r) => ({ hidden: hidden.includes(r - top) })),
  })
  return { sheet, filled: own.filter(isFilled).length }
}

describe('H13, H15, H17, H20, H21, H27, H28: the rows of a workbook of several sheets', () => {
  it('are in the register, marked, known, hidden or passed over, or their sheet is named; none is doubled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(officeSheet, { minLength: 1, maxLength: 3 }),
        officeSheet,
        fc.boolean(),
        async (sheets, other, hasOther) => {
          const [first] = sheets
          if (first === undefined) return
          // Sheets of one list stand alike; another list is one with less headings.
          const alike = sheets.map((one) => laidOut({ ...one, left: first.left }))
          const filled = alike.reduce((sum, one) => sum + one.filled, 0)
          fc.pre(alike.every((one) => one.filled > 0))
          const less = laidOut({ ...other, rows: other.rows.map((row) => row.slice(0, 3)) }, uglyHead.slice(0, 3))
          const bytes = book({
            ...Object.fromEntries(alike.map(({ sheet: one }, i) => [`${i + 1}月`, one])),
            ...(hasOther ? { 往年: less.sheet } : {}),
          })
          const office = await startOffice()
          const { sorted, unread } = await sortSheets(office, { kind: 'bytes', bytes })
          expect(unread).toEqual(hasOther ? ['往年'] : [])
          expect(total(sorted) + sorted.hidden.length).toBe(filled)
          await takeSorted(office, sorted)
          const made = await storedRequests(office.store)
          expect(made).toHaveLength(sorted.good.length + sorted.bad.length)
          expect(made.filter((entry) => entryFlaws(requests, entry).size > 0)).toHaveLength(sorted.bad.length)

          const again = await sortSheets(office, { kind: 'bytes', bytes })
          expect([again.sorted.good, again.sorted.bad].map((pile) => pile.length)).toEqual([0, 0])
          expect(total(again.sorted) + again.sorted.hidden.length).toBe(filled)
        },
      ),
      { numRuns: 25 },
    )
  })
})
