import { beforeEach, describe, expect, it } from 'vitest'
import { rowReasons } from '../../../../../renderer/features/sheets/row-line.ts'
import type { SortedRows } from '../../../../../renderer/features/sheets/sheet-state.ts'
import { erasePerson } from '../../../../../renderer/store/entries/erase-entries.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { undo } from '../../../../../renderer/store/write/record-action.ts'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { sealedRecord } from '../../../../../shared/model/entry/entry-record.ts'
import { placeKey } from '../../../../../shared/steps/sheets/rows/check-rows.ts'
import { registers } from '../../../../fixtures/catalogue.ts'
import { type MemoryDesktop, type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { sortPasted, storedRequests, takeSorted } from '../../../../fixtures/sheets/pasted-rows.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

const requests = knownRegister(registers, 'requests')
let store: Store
let memory: MemoryDesktop
let disk: MemoryDisk

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  ;({ store, memory } = await startStore(disk))
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
})

const sorted = (rows: readonly (readonly string[])[]) => sortPasted({ store, memory }, rows)
const take = (rows: SortedRows, updated: readonly string[] = []) => takeSorted({ store }, rows, updated)
const entries = () => storedRequests(store)

const counts = ({ good, bad, changed, same, duplicate }: SortedRows) =>
  [good, bad, changed, same, duplicate].map((pile) => pile.length)
const said = (rows: SortedRows) => rows.changed.map((row) => rowReasons(requests, row, rows.known))

async function texts() {
  const opened = await store.desktop.unseal(
    (await entries()).flatMap(({ id, personal }) =>
      personal === null ? [] : [{ record: sealedRecord(id), sealed: personal }],
    ),
  )
  return opened.ok ? opened.value.map(({ text }) => JSON.parse(text ?? '{}')) : []
}

const head = [
  '收到日期',
  '方式',
  '申请人类别',
  '申请人姓名或名称',
  '申请内容',
  '延期告知日期',
  '答复日期',
  '办理结果',
  '文号',
]

describe('H32: a row that is in the register already', () => {
  it('does nothing where it says the same, and shows field by field what it says differently', async () => {
    const rows = [
      head,
      ['2025-3-1', '网络', '个人', '欧阳某', '预算', '2025-3-10', '', '', ''],
      ['2025-3-2', '网络', '个人', '', '决算', '', '2025-3-9', '予以公开', '1号'],
    ]
    await take(await sorted(rows))
    expect(counts(await sorted(rows))).toEqual([0, 0, 0, 2, 0])
    const edited = await sorted([
      head,
      ['2025-3-1', '当面', '个人', '欧阳某', '预算', '2025-3-10', '2025-4-1', '予以公开', ''],
      ['2025-3-2', '网络', '个人', '上官某', '决算', '', '2025-3-9', '予以公开', '2号'],
    ])
    expect(counts(edited)).toEqual([0, 0, 2, 0, 0])
    expect(said(edited)).toEqual([
      ['申请方式：网络提交 → 当面提交', '答复日期：（空） → 2025年4月1日', '办理结果：（空） → （一）予以公开'],
      ['申请人姓名或名称：（空） → 上**', '文号：1号 → 2号'],
    ])
    expect(JSON.stringify(said(edited))).not.toContain('上官')
  })

  it('is updated by choice as one action, sealed anew, and taken back in one step; blanks empty nothing', async () => {
    await take(
      await sorted([
        head,
        ['2025-3-1', '网络', '个人', '', '预算', '', '2025-3-9', '予以公开', '1号'],
        ['2025-3-2', '网络', '个人', '欧阳某', '决算', '', '', '', ''],
      ]),
    )
    const before = [await entries(), await texts()]
    const frames = disk.frames.length
    const edited = await sorted([
      head,
      ['2025-3-1', '网络', '法律服务机构', '上官某', '预算', '', '2025-3-9', '予以公开', '2号'],
      ['2025-3-2', '网络', '', '欧阳某', '决算', '', '2025-3-12', '部分公开', ''],
      ['2025-3-3', '网络', '个人', '', '新的', '', '', '', ''],
    ])
    expect([edited.good.length, edited.changed.length]).toEqual([1, 2])
    await take(edited, edited.changed.map(placeKey))
    expect(disk.frames).toHaveLength(frames + 1)
    const after = await entries()
    expect(after.map(({ fields }) => fields.applicant)).toEqual(['legal', 'person', 'person'])
    expect(after.map(({ stages }) => stages.map(({ stage }) => stage))).toEqual([
      [{ kind: 'decision', date: '2025-03-09', outcome: 'granted', documentNumber: '2号' }],
      [{ kind: 'decision', date: '2025-03-12', outcome: 'partlyGranted', documentNumber: '' }],
      [],
    ])
    expect((await texts()).map(({ name, subject }) => [name, subject])).toEqual([
      ['上官某', '预算'],
      ['欧阳某', '决算'],
      [undefined, '新的'],
    ])
    expect(JSON.stringify(disk.frames)).not.toContain('上官某')
    await undo(store)
    expect([await entries(), await texts()]).toEqual(before)
  })

  it('is not taken for another one of the same day, way and matter who has another name', async () => {
    const rows = ['欧阳某', '上官某', '欧阳某'].map((name) => [
      '2025-3-1',
      '网络',
      '个人',
      name,
      '补偿标准',
      '',
      '',
      '',
      '',
    ])
    const first = await sorted([head, ...rows])
    expect(counts(first)).toEqual([2, 0, 0, 0, 1])
    await take(first)
    expect(counts(await sorted([head, ...rows.slice(0, 2).toReversed()]))).toEqual([0, 0, 0, 2, 0])
    expect(counts(await sorted([head, ['2025-3-1', '网络', '个人', '司徒某', '补偿标准', '', '', '', '']]))).toEqual([
      1, 0, 0, 0, 0,
    ])
  })

  it('keeps what stands where the row can’t be read, and is settled by a row that can', async () => {
    const row = (outcome: string) => ['2025-3-1', '网络', '个人', '欧阳某', '预算', '', '2025-4-1', outcome, '']
    await take(await sorted([head, row('给了')]))
    expect(counts(await sorted([head, row('给了')]))).toEqual([0, 0, 0, 1, 0])
    const other = await sorted([head, row('不知道')])
    expect(said(other)).toEqual([[expect.stringContaining('不改')]])
    const sound = await sorted([head, row('予以公开')])
    await take(sound, sound.changed.map(placeKey))
    expect((await entries()).map(({ fields, stages }) => [fields.unsettled, stages.length])).toEqual([[undefined, 1]])
    expect(await texts()).toEqual([{ name: '欧阳某', subject: '预算' }])
  })

  it('brings back nobody who was erased', async () => {
    const row = ['2025-3-1', '网络', '个人', '欧阳某', '预算', '', '', '', '']
    await take(
      await sorted([
        [...head, '编号'],
        [...row, '申-1'],
      ]),
    )
    const [one] = await entries()
    if (one === undefined) throw new Error('no entry')
    await erasePerson(store, { unit: 't1', year: 2025, day: '2026-01-20', ids: [one.id] })
    const again = await sorted([
      [...head, '编号'],
      [...row, '申-1'],
    ])
    expect(again.changed.map((one) => again.known.get(placeKey(one))?.update)).toEqual([
      { fields: {}, personal: null, stages: [] },
    ])
  })
})
