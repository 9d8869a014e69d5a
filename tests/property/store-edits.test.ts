import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Store } from '../../renderer/store/store.ts'
import { Database } from '../../renderer/store/tables/database.ts'
import { readGroups } from '../../renderer/store/tables/read-groups.ts'
import { editReport, redo, undo } from '../../renderer/store/write/record-action.ts'
import { cellEdits, stateZero } from '../../shared/actions/figure-changes.ts'
import { narrativeEdit } from '../../shared/actions/report-changes.ts'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import type { CellKey } from '../../shared/catalogue/forms/form.ts'
import { type ReportId, reportRecordId } from '../../shared/model/report/report-record.ts'
import type { Groups } from '../../shared/record/groups.ts'
import type { Json } from '../../shared/values/json.ts'
import { catalogue, forms } from '../fixtures/catalogue.ts'
import { memoryDisk } from '../fixtures/memory-desktop.ts'
import { runs } from '../fixtures/runs.ts'
import { stampedDump } from '../fixtures/store-dump.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../fixtures/test-store.ts'

const form = formForYear(forms, 2023)
if (form === null) throw new Error('no form')
const year = form
const id: ReportId = { unit: 't1', year: 2023, layer: 'own' }

const keys = ['disputes.review.upheld', 'disputes.review.other', 'disputes.review.total'].map((text): CellKey => {
  const key = year.key(text)
  if (key === null) throw new Error(text)
  return key
})

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      key: fc.constantFrom(...keys),
      value: fc.constantFrom(null, 0, 1, 2, '2件'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const), text: fc.constantFrom('', '一', '二') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('state-zero' as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart-without-database' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart-with-older-copy' as const) }) },
)

type Values = Readonly<Record<string, Json>>

/** What stands in the record; a removed group is the same as one that never was. */
function valuesOf(groups: Groups): Values {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([group, { value }]) => (value === null ? [] : [[group, value]])),
  )
}

const read = async (store: Store) => valuesOf(await readGroups(store.database, 'report', reportRecordId(id)))

async function copyRows(): Promise<(readonly [string, unknown[]])[]> {
  const database = new Database(catalogue)
  const rows = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const))
  database.close()
  return rows
}

let store: Store

afterEach(() => store.database.close())

describe('the store', () => {
  it('J9: says what a plain model of editing with undo says, over restarts and lost or stale databases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        store?.database.close()
        await forgetDatabase()
        const disk = memoryDisk()
        store = (await startStore(disk)).store
        await addUnits(store, [unit('t1', '花园镇', 'township', null)])
        let values: Values = {}
        let undone: Values[] = []
        let done: Values[] = []
        let older = await copyRows()

        for (const one of steps) {
          if (one.do === 'undo' || one.do === 'redo') {
            const result = await (one.do === 'undo' ? undo : redo)(store)
            const from = one.do === 'undo' ? done : undone
            const to = one.do === 'undo' ? undone : done
            const next = from.pop()
            if (next !== undefined) {
              to.push(values)
              values = next
            }
            expect(result.ok && (result.value?.left ?? [])).toEqual([])
          } else if (one.do === 'type' || one.do === 'write' || one.do === 'state-zero') {
            const before = values
            const edit = (groups: Groups) => {
              if (one.do === 'type') return cellEdits(year, id, groups, [{ key: one.key, value: one.value }])
              if (one.do === 'write') return narrativeEdit(id, groups, 'overview', one.text)
              return stateZero(year, id, groups, 'disputes', 'zero')
            }
            const result = await editReport(store, id, one.do, (groups) => {
              expect(valuesOf(groups)).toEqual(before)
              const changes = edit(groups)
              const next: Record<string, Json> = { ...values }
              for (const { group, value } of changes) {
                if (value === null) delete next[group]
                else next[group] = value
              }
              values = next
              return changes
            })
            if (result.ok && result.value !== null) {
              done.push(before)
              undone = []
            }
          } else {
            store.database.close()
            const now = await copyRows()
            if (one.do !== 'restart') await forgetDatabase()
            if (one.do === 'restart-with-older-copy') {
              const database = new Database(catalogue)
              for (const [name, rows] of older) await database.table(name).bulkPut(rows)
              database.close()
            }
            older = now
            store = (await startStore(disk)).store
            done = []
            undone = []
          }
          expect(await read(store)).toEqual(values)
        }

        const live = await stampedDump(store.database)
        store.database.close()
        await forgetDatabase()
        store = (await startStore(disk)).store
        expect(await stampedDump(store.database)).toBe(live)
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)
})
