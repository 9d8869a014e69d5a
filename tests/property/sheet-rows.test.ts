import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUpdatable, type SortedRows } from '../../renderer/features/sheets/sheet-state.ts'
import { knownRegister } from '../../shared/catalogue/catalogue.ts'
import { entryFlaws } from '../../shared/model/entry/entry-flaws.ts'
import { placeKey } from '../../shared/steps/sheets/rows/check-rows.ts'
import { registers } from '../fixtures/catalogue.ts'
import { memoryDisk } from '../fixtures/memory-desktop.ts'
import { sortPasted, storedRequests, takeSorted } from '../fixtures/sheets/pasted-rows.ts'
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
