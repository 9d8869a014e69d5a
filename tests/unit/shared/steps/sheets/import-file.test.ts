import { beforeEach, describe, expect, it } from 'vitest'
import { exportFailureText, exportList } from '../../../../../renderer/features/sheets/export-entries.ts'
import { findStored, readKnown, readLinks } from '../../../../../renderer/features/sheets/known-entries.ts'
import { sheetsWith } from '../../../../../renderer/features/sheets/sheet-work.ts'
import { storeRows } from '../../../../../renderer/features/sheets/store-rows.ts'
import { readListed } from '../../../../../renderer/store/lists/entry-lists.ts'
import { readEntryViews } from '../../../../../renderer/store/lists/read-entries.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { undo } from '../../../../../renderer/store/write/record-action.ts'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { MOST_SEALED } from '../../../../../shared/desktop.ts'
import { entryFlaws } from '../../../../../shared/model/entry/entry-flaws.ts'
import { type Entry, entryRecordId, sealedRecord } from '../../../../../shared/model/entry/entry-record.ts'
import { entryFacts } from '../../../../../shared/steps/derive/entry-facts.ts'
import { planOf } from '../../../../../shared/steps/sheets/columns/propose-plan.ts'
import { placeKey } from '../../../../../shared/steps/sheets/rows/check-rows.ts'
import { MOST_IN_CELL } from '../../../../../shared/values/held-text.ts'
import { fail } from '../../../../../shared/values/result.ts'
import { nationalHolidays, registers } from '../../../../fixtures/catalogue.ts'
import { type MemoryDesktop, type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { importFile } from '../../../../fixtures/sheets/import-file.ts'
import { sheetFile, workbookOf } from '../../../../fixtures/sheets/sheet-files.ts'
import { expectedFields, expectedStages, listed } from '../../../../fixtures/sheets/sheet-rows.ts'
import { longWorkbook } from '../../../../fixtures/sheets/ugly-files.ts'
import { storeDump } from '../../../../fixtures/store-dump.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

let store: Store
let memory: MemoryDesktop
let disk: MemoryDisk

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  ;({ store, memory } = await startStore(disk))
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
})

const bytesSource = (bytes: Uint8Array) => ({ kind: 'bytes', bytes }) as const

const run = (bytes: Uint8Array, register = 'requests') =>
  importFile(store, sheetsWith(memory.bytes, registers), {
    unit: 't1',
    year: 2025,
    register,
    source: bytesSource(bytes),
  })

async function entries(register = 'requests') {
  const views = await readEntryViews(store.database, await readListed(store.database, { unit: 't1', register }))
  return views.map(({ entry }) => entry).sort((a, b) => (a.id.entry < b.id.entry ? -1 : 1))
}

const toUnseal = ({ id, personal }: Entry) =>
  personal === null ? [] : [{ record: sealedRecord(id), sealed: personal }]

describe('an import', () => {
  it.each(['list.xls', 'merged-heads.xlsx', 'list-gb18030.csv', 'dates-1904.xlsx'])(
    'of %s is one frame, numbered, sealed, and one step to undo',
    async (name) => {
      const before = disk.frames.length
      expect(await run(sheetFile(name))).toEqual({ ok: true, value: listed.length })
      expect(disk.frames).toHaveLength(before + 1)
      const made = await entries()
      expect(made.map(({ fields: { number: _number, ...fields } }) => fields)).toEqual(expectedFields)
      expect(made.map(({ fields }) => fields.number)).toEqual(['2025-001', '2025-002', '2025-003', '2025-004'])
      expect(made.map(({ stages }) => stages.map(({ stage }) => stage))).toEqual(expectedStages)
      const opened = await store.desktop.unseal(made.flatMap(toUnseal))
      expect(opened.ok && opened.value.map(({ text }) => JSON.parse(text ?? '').phone)).toEqual(
        listed.map(({ phone }) => phone),
      )
      const kept = JSON.stringify(disk.frames) + (await storeDump(store.database))
      for (const { name: person, phone, subject } of listed) {
        for (const planted of [person, phone, subject.slice(0, 6)]) expect(kept).not.toContain(planted)
      }
      await undo(store)
      expect(await entries()).toEqual([])
    },
  )

  it('H9: of the same file a second time adds nothing: sealed names are compared, nothing else of a row is a number', async () => {
    await run(sheetFile('list.xls'))
    const frames = disk.frames.length
    expect(await run(sheetFile('list.xls'))).toEqual({ ok: true, value: 0 })
    expect(await run(sheetFile('merged-heads.xlsx'))).toEqual({ ok: true, value: 0 })
    expect(disk.frames).toHaveLength(frames)
  })

  it('of a cell that holds more choices than a field keeps leaves the rest of the entry readable', async () => {
    const documents = knownRegister(registers, 'documents')
    const several = documents.fields.find(({ many }) => many === true)
    if (several === undefined) throw new Error('no such field')
    const long = '没有这一项'.repeat(60)
    const lots = Array.from({ length: 120 }, (_, i) => `甲${i}`).join('、')
    const rows = [
      ['标题', '种类', '制发日期', several.label],
      ['防汛通知', '其他', '2025-3-1', long],
      ['防火通知', '其他', '2025-3-2', lots],
    ]
    const work = sheetsWith(memory.bytes, registers)
    await work.open(bytesSource(workbookOf(rows)))
    const [plan] = await work.propose('documents')
    if (plan === undefined) throw new Error('no plan')
    const setting = { today: '2026-01-20', anchor: '2025-12-31', links: {} }
    const checked = await work.check('documents', planOf(plan), setting, () => {})
    if (!checked.ok) throw new Error(checked.problem.code)
    const request = { unit: 't1', year: 2025, register: documents, rows: checked.value.rows }
    expect(await storeRows(store, request)).toEqual({ ok: true, value: 2 })
    const made = await entries('documents')
    expect(made.map(({ fields, unread }) => [fields.title, fields[several.key], unread])).toEqual([
      ['防汛通知', long, []],
      ['防火通知', lots, []],
    ])
  })

  it('H9: knows a document by its number, or by its title and day', async () => {
    const head = ['标题', '文号', '种类', '制发日期']
    const list = (...rows: string[][]) => workbookOf([head, ...rows])
    expect(
      await run(
        list(['防汛通知', '花政〔2025〕1号', '其他', '2025-3-1'], ['森林防火令', '', '其他', '2025-3-2']),
        'documents',
      ),
    ).toEqual({ ok: true, value: 2 })
    const again = list(
      ['别的标题', '花政〔2025〕1号', '其他', '2025-4-1'],
      ['森林防火令', '', '规范性文件', '2025年3月2日'],
      ['新的', '花政〔2025〕2号', '其他', '2025-4-1'],
      ['新的', '花政〔2025〕2号', '其他', '2025-4-1'],
    )
    expect(await run(again, 'documents')).toEqual({ ok: true, value: 1 })
    expect((await entries('documents')).map(({ fields }) => fields.title)).toEqual(['防汛通知', '森林防火令', '新的'])
  })

  it('links a dispute to its request by the number', async () => {
    await run(
      workbookOf([
        ['收到日期', '方式', '申请人类别', '编号'],
        ['2025-3-1', '网络', '个人', '申-7'],
      ]),
    )
    const [request] = await entries()
    const rows = [
      ['种类', '受理日期', '对应的申请'],
      ['复议', '2025-5-1', '申-7'],
      ['复议', '2025-5-2', '申-8'],
    ]
    expect(await run(workbookOf(rows), 'disputes')).toEqual({ ok: true, value: 1 })
    expect((await entries('disputes')).map(({ fields }) => fields.request)).toEqual([request?.id.entry])
  })

  it('takes what names no entry for a text, whatever a program may mean by it', async () => {
    const rows = [
      ['种类', '受理日期', '对应的申请'],
      ['复议', '2025-5-1', 'constructor'],
      ['复议', '2025-5-2', '__proto__'],
    ]
    const work = sheetsWith(memory.bytes, registers)
    await work.open(bytesSource(workbookOf(rows)))
    const [plan] = await work.propose('disputes')
    if (plan === undefined) throw new Error('no plan')
    const setting = { today: '2026-01-20', anchor: '2025-12-31', links: {} }
    const checked = await work.check('disputes', planOf(plan), setting, () => {})
    if (!checked.ok) throw new Error(checked.problem.code)
    expect(checked.value.rows.map(({ flaws }) => flaws.map(({ code, text }) => `${code} ${text}`))).toEqual([
      ['unknown-link constructor'],
      ['unknown-link __proto__'],
    ])
    expect(checked.value.rows.map(({ fields }) => fields.request)).toEqual(['constructor', '__proto__'])
  })

  it('links by a number that a program might take for something else', async () => {
    await run(
      workbookOf([
        ['收到日期', '方式', '申请人类别', '编号'],
        ['2025-3-1', '网络', '个人', 'constructor'],
      ]),
    )
    const [request] = await entries()
    const rows = [
      ['种类', '受理日期', '对应的申请'],
      ['复议', '2025-5-1', 'constructor'],
    ]
    expect(await run(workbookOf(rows), 'disputes')).toEqual({ ok: true, value: 1 })
    expect((await entries('disputes')).map(({ fields }) => fields.request)).toEqual([request?.id.entry])
  })

  it('links within a unit whose code holds a bar', async () => {
    await addUnits(store, [unit('t|1', '名字里有竖线', 'township', null)])
    const source = bytesSource(
      workbookOf([
        ['收到日期', '方式', '申请人类别', '编号'],
        ['2025-3-1', '网络', '个人', '申-7'],
      ]),
    )
    await importFile(store, sheetsWith(memory.bytes, registers), {
      unit: 't|1',
      year: 2025,
      register: 'requests',
      source,
    })
    const [record = ''] = await readListed(store.database, { unit: 't|1', register: 'requests' })
    const links = await readLinks(store, 't|1', knownRegister(registers, 'disputes'))
    expect(record).toBe(`t|1|requests|${links['申-7']}`)
  })

  it('stores figures under their identity', async () => {
    const rows = [
      ['年份或月份', '项目', '数字'],
      ['2025-03', '网站公开', '1,234'],
      ['2025年', '培训', 3],
    ]
    expect(await run(workbookOf(rows), 'figures')).toEqual({ ok: true, value: 2 })
    expect((await entries('figures')).map(({ id, fields }) => [id.entry, fields.value])).toEqual([
      ['2025-03/publications.website', '1234'],
      ['2025/trainings', '3'],
    ])
  })

  it.each([
    ['password.xlsx', () => sheetFile('password.xlsx')],
    ['password.xls', () => sheetFile('password.xls')],
    ['renamed-pdf.xlsx', () => sheetFile('renamed-pdf.xlsx')],
    ['100,001 rows', longWorkbook],
    [
      'no headings',
      () =>
        workbookOf([
          ['甲', '乙'],
          ['1', '2'],
        ]),
    ],
    ['nothing but headings', () => workbookOf([['收到日期', '方式']])],
  ])(
    'of %s stores nothing: journal, store and keys are as they were',
    async (_name, bytes) => {
      const dump = await storeDump(store.database)
      const frames = JSON.stringify(disk.frames)
      expect((await run(bytes())).ok).toBe(false)
      expect(await storeDump(store.database)).toBe(dump)
      expect(JSON.stringify(disk.frames)).toBe(frames)
      expect(disk.keys.size).toBe(0)
    },
    120_000,
  )
})

describe('storing rows', () => {
  const requests = knownRegister(registers, 'requests')
  const rowsOf = async (rows: string[][]) => {
    const work = sheetsWith(memory.bytes, registers)
    await work.open(bytesSource(workbookOf(rows)))
    const [plan] = await work.propose('requests')
    if (plan === undefined) throw new Error('no plan')
    const setting = { today: '2026-01-20', anchor: '2025-12-31', links: {} }
    const checked = await work.check('requests', planOf(plan), setting, () => {})
    if (!checked.ok) throw new Error(checked.problem.code)
    return checked.value.rows
  }
  const head = ['收到日期', '方式', '申请人类别', '姓名', '申请内容', '答复日期', '办理结果', '文号']

  it('H8: keeps what was typed wrong, and what makes no answer in a field of its own', async () => {
    const rows = await rowsOf([
      head,
      ['3月40日', '托梦', '自然人', '欧阳某', '预算', '2025-4-1', '给了', '〔2025〕9号'],
      ['2025-3-1', '网络', '自然人', '欧阳某', '', '', '撤回', ''],
      ['2025-3-2', '网络', '自然人', '欧阳某', '', '2025-3-9', '申请人撤回', ''],
    ])
    expect(rows.map(({ flaws }) => flaws.map(({ column, code }) => `${column} ${code}`))).toEqual([
      ['arrived unreadable', 'way unknown-choice', 'decision.outcome unknown-choice'],
      ['withdrawal.date missing'],
      [],
    ])
    // Nothing that is personal is repeated beside a flaw.
    expect(JSON.stringify(rows.map(({ flaws }) => flaws))).not.toContain('欧阳')
    expect(await storeRows(store, { unit: 't1', year: 2025, register: requests, rows })).toEqual({ ok: true, value: 3 })
    const made = await entries()
    expect(made.map(({ fields }) => [fields.arrived, fields.way])).toEqual([
      ['3月40日', '托梦'],
      ['2025-03-01', 'online'],
      ['2025-03-02', 'online'],
    ])
    const opened = await store.desktop.unseal(made.flatMap(toUnseal))
    const texts = opened.ok ? opened.value.map(({ text }) => JSON.parse(text ?? '{}')) : []
    expect(texts.map(({ subject, leftover }) => [subject, leftover])).toEqual([
      ['预算', '答复日期 2025-4-1\n办理结果 给了\n文号 〔2025〕9号'],
      [undefined, '办理结果 撤回'],
      [undefined, undefined],
    ])
    expect(made.map(({ fields }) => fields.unsettled)).toEqual(['办理结果', '申请人撤回日期', undefined])
    expect(made[2]?.stages.map(({ stage }) => stage)).toEqual([{ kind: 'withdrawal', date: '2025-03-09' }])
  })

  it('H13: marks every bad row, counts none of them, and writes what was left over into no text of its own and no file', async () => {
    const rows = await rowsOf([
      [...head, '证件号码'],
      ['2025-3-1', '网络', '自然人', '欧阳某', '预算', '2025-4-1', '已答复', '', ''],
      ['2025-3-2', '网络', '自然人', '欧阳某', '决算', '2025-2-1', '予以公开', '', ''],
      ['2027-3-3', '网络', '自然人', '欧阳某', '', '', '', '', '#REF!'],
      ['2025-3-4', '网络', '自然人', '欧阳某', '', '', '', '', ''],
    ])
    expect(rows.map(({ flaws }) => flaws.length > 0)).toEqual([true, true, true, false])
    await storeRows(store, { unit: 't1', year: 2025, register: requests, rows })
    const made = await entries()
    expect(made.map((entry) => [...entryFlaws(requests, entry)])).toEqual([
      [['unsettled', 'unsettled']],
      [['unsettled', 'unsettled']],
      [['unsettled', 'unsettled']],
      [],
    ])
    expect(made.map(({ fields }) => fields.unsettled)).toEqual([
      '办理结果',
      '答复日期',
      '证件号码、来件日期',
      undefined,
    ])
    expect(made.map((entry) => entryFacts(requests, entry, nationalHolidays)?.received ?? null)).toEqual([
      null,
      null,
      null,
      '2025-03-04',
    ])
    const order = { unit: 't1', register: requests, kind: 'csv', withPersonal: true, name: '台账' } as const
    await exportList(store, sheetsWith(memory.bytes, registers), {
      ...order,
      ids: made.map(({ id }) => entryRecordId(id)),
    })
    const [file] = [...disk.saved.values()].map((bytes) => new TextDecoder().decode(bytes))
    expect(file).toContain('决算')
    for (const left of ['已答复', '2025-4-1', '没对上']) expect(file).not.toContain(left)
  })

  it('names the row of which more is to be sealed than an entry takes, and stores nothing', async () => {
    const row = ['2025-3-1', '网络', '自然人', '欧阳某', '预算', '', '', '']
    const rows = (await rowsOf([head, row, row])).map((one) =>
      one.row === 3 ? { ...one, personal: { subject: '字'.repeat(MOST_SEALED) } } : one,
    )
    const frames = disk.frames.length
    const stored = await storeRows(store, { unit: 't1', year: 2025, register: requests, rows })
    expect(stored).toEqual(fail({ code: 'row-too-long', row: 3, length: MOST_SEALED + '{"subject":""}'.length }))
    expect(disk.frames).toHaveLength(frames)
    expect(disk.keys.size).toBe(0)
  })

  it('names the entry and the column of which a text goes into no cell', async () => {
    const row = ['2025-3-1', '网络', '自然人', '欧阳某', '预算', '', '', '']
    const [first, second] = await rowsOf([head, row, row])
    if (first === undefined || second === undefined) throw new Error('no rows')
    const rows = [first, { ...second, personal: { subject: '字'.repeat(MOST_IN_CELL + 1) } }]
    await storeRows(store, { unit: 't1', year: 2025, register: requests, rows })
    const order = {
      unit: 't1',
      register: requests,
      ids: (await entries()).map(({ id }) => entryRecordId(id)),
      kind: 'xlsx',
      withPersonal: true,
      name: '台账',
    } as const
    const exported = await exportList(store, sheetsWith(memory.bytes, registers), order)
    expect(exported.ok ? '' : exportFailureText(exported.problem)).toMatch(
      /^列表里第2件（2025-002 · 2025年3月1日）的“申请内容”有32768个字，Excel 一格最多放32767个字/,
    )
    const plain = await exportList(store, sheetsWith(memory.bytes, registers), { ...order, withPersonal: false })
    expect(plain.ok).toBe(true)
  })

  it('H10: stores nothing and keeps no key where it is cancelled, not sealed, or the disk refuses', async () => {
    const rows = await rowsOf([head, ['2025-3-1', '网络', '自然人', '欧阳某', '', '', '', '']])
    const request = { unit: 't1', year: 2025, register: requests, rows }
    const frames = disk.frames.length
    const stop = new AbortController()
    const cancelled = await storeRows(store, request, () => stop.abort(), stop.signal)
    expect(cancelled).toEqual(fail({ code: 'cancelled' }))
    const locked: Store = {
      ...store,
      desktop: { ...store.desktop, sealMany: async () => fail({ code: 'key-absent' }) },
    }
    expect(await storeRows(locked, request)).toMatchObject(fail({ code: 'not-sealed' }))
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    expect(await storeRows(store, request)).toMatchObject(fail({ code: 'not-written', problem: { code: 'disk-full' } }))
    disk.problem = null
    expect(disk.frames).toHaveLength(frames)
    expect(disk.keys.size).toBe(0)
    expect(await entries()).toEqual([])
  })

  it('keeps the keys of what is in the journal, though the window could not follow', async () => {
    const rows = await rowsOf([head, ['2025-3-1', '网络', '自然人', '欧阳某', '', '', '', '']])
    store.database.close()
    let isBroken = true
    ;({ store, memory } = await startStore(disk, {
      readJournal: async (after) =>
        isBroken ? fail({ code: 'io', detail: 'EIO' }) : memory.desktop.readJournal(after),
    }))
    await store.database.meta.clear()
    expect(await storeRows(store, { unit: 't1', year: 2025, register: requests, rows })).toEqual(
      fail({ code: 'not-written', problem: expect.objectContaining({ code: 'store-behind' }) }),
    )
    isBroken = false
    await store.writer.retry()
    const [made] = await entries()
    if (!made?.personal) throw new Error('nothing sealed')
    const opened = await store.desktop.unseal(toUnseal(made))
    expect(opened.ok && JSON.parse(opened.value[0]?.text ?? '{}')).toEqual({ name: '欧阳某' })
  })

  it('says when it can no longer be cancelled: before the one step that stores', async () => {
    const rows = await rowsOf([
      head,
      ['2025-3-1', '网络', '自然人', '欧阳某', '', '', '', ''],
      ['2025-3-2', '网络', '自然人', '', '', '', '', ''],
    ])
    const frames = disk.frames.length
    const said: (readonly [number, number, number])[] = []
    await storeRows(store, { unit: 't1', year: 2025, register: requests, rows }, (done, total) => {
      said.push([done, total, disk.frames.length])
    })
    expect(said).toEqual([
      [0, 1, frames],
      [2, 2, frames],
    ])
  })

  it('keeps both days where an answer was taken for a withdrawal that has one of its own', async () => {
    const rows = await rowsOf([
      [...head, '撤回日期'],
      ['2025-3-2', '网络', '自然人', '欧阳某', '预算', '2025-3-9', '撤回', '', '2025-3-12'],
    ])
    const [row] = rows
    expect(row?.stages).toEqual([{ kind: 'withdrawal', date: '2025-03-12' }])
    expect(row?.leftover).toEqual(['答复日期 2025-3-9'])
    expect(row?.flaws.map(({ column, code }) => `${column} ${code}`)).toEqual(['decision.outcome missing'])
  })

  it('opens sealed data only of entries of which the rest agrees', async () => {
    const rows = await rowsOf([head, ['2025-3-1', '网络', '自然人', '欧阳某', '预算', '', '', '']])
    const other = await rowsOf([head, ['2025-3-2', '网络', '自然人', '欧阳某', '预算', '', '', '']])
    await storeRows(store, { unit: 't1', year: 2025, register: requests, rows })
    const known = await readKnown(store, 't1', requests)
    let opened = 0
    const desktop: Store['desktop'] = {
      ...store.desktop,
      unseal: (sealed) => {
        opened += sealed.length
        return store.desktop.unseal(sealed)
      },
    }
    expect((await findStored({ desktop }, requests, known, other)).size).toBe(0)
    expect(opened).toBe(0)
    const found = await findStored({ desktop }, requests, known, rows)
    expect([...found].map(([row, { stored, changes }]) => [row, stored.name, changes])).toEqual([
      [placeKey({ sheet: '', row: 2 }), '2025-001', []],
    ])
    expect(opened).toBe(1)
  })
})
