import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { readTally } from '../../renderer/store/derived/tallies.ts'
import { importFiles } from '../../renderer/store/packages/import-packages.ts'
import { readDesk } from '../../renderer/store/reports/read-desk.ts'
import type { Store } from '../../renderer/store/store.ts'
import { readReceived } from '../../renderer/store/tables/read-packages.ts'
import { readOneUnit } from '../../renderer/store/tables/read-units.ts'
import { recordAction, undo } from '../../renderer/store/write/record-action.ts'
import { chooseSubmission } from '../../shared/actions/desk-changes.ts'
import { unitEdits } from '../../shared/actions/unit-changes.ts'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import { deskRecordId } from '../../shared/model/desk/choice-record.ts'
import { changeTally, emptyTally } from '../../shared/steps/aggregate/tally.ts'
import { catalogue } from '../fixtures/catalogue.ts'
import { memoryDisk } from '../fixtures/memory-desktop.ts'
import { type SubmissionOptions, submissionBytes, submissionOf } from '../fixtures/submission-bytes.ts'
import { addUnits, forgetDatabase, startStore, type TestStore, unit } from '../fixtures/test-store.ts'

const form = formForYear(catalogue.forms, 2020)
if (form === null) throw new Error('no form')
const ofYear = form
const key = 'requests.received.person'

/** Files that follow on each other, files that don't, money, what does not apply, and what nobody can read. */
const drafts: readonly (SubmissionOptions & { readonly follow?: number })[] = [
  { code: 't1', cells: { [key]: 3, 'disclosure.procurement.amount': '0.1' } },
  { code: 't1', revision: 2, follow: 0, cells: { [key]: 5, 'disclosure.procurement.amount': '0.25' } },
  { code: 't1', cells: { [key]: 1 }, revision: 7 },
  { code: 't2', cells: { [key]: '20件', 'disclosure.rule.made': 'n/a' } },
  { code: 't2', revision: 2, follow: 3, cells: { [key]: 8, 'disclosure.rule.made': 2 } },
  { code: 't3', cells: { [key]: 13 } },
]
const ids: string[] = []
for (const { follow, ...draft } of drafts) {
  const follows = follow === undefined ? [] : [ids[follow] ?? '']
  ids.push((await submissionOf({ ...draft, follows })).id)
}
const files = await Promise.all(
  drafts.map(({ follow, ...draft }) =>
    submissionBytes({ ...draft, follows: follow === undefined ? [] : [ids[follow] ?? ''] }),
  ),
)

const step = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: drafts.length - 1 }).map((file) => ({ do: 'take', file }) as const) },
  { weight: 2, arbitrary: fc.nat({ max: drafts.length - 1 }).map((file) => ({ do: 'choose', file }) as const) },
  { weight: 1, arbitrary: fc.constantFrom('t1', 't2', 't3').map((code) => ({ do: 'move', code }) as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' } as const) },
)

let store: Store | null = null
afterEach(() => store?.database.close())

async function take(test: TestStore, file: number): Promise<void> {
  const opened = test.memory.open(`${file}.ogi`, files[file] ?? new Uint8Array())
  const result = await importFiles(test.store, { unit: 'c', year: 2020, files: [opened] })
  if (!result.ok) throw new Error(result.problem.code)
}

async function choose({ store }: TestStore, file: number): Promise<void> {
  const [code, id] = [drafts[file]?.code ?? '', ids[file] ?? '']
  const place = { unit: code, year: 2020, layer: 'own' } as const
  const seen = ids.filter((one, i) => drafts[i]?.code === code && one !== id)
  await recordAction(store, {
    action: 'choose-submission',
    unit: 'c',
    year: 2020,
    edit: async (read) => chooseSubmission(place, await read('desk', deskRecordId(place)), { id, seen }),
  })
}

/** Off the list of the county, or back onto it. */
async function move({ store }: TestStore, code: string): Promise<void> {
  const known = await readOneUnit(store.database, code)
  if (known === null) throw new Error(code)
  const parent = known.profile.parent === null ? 'c' : null
  await recordAction(store, {
    action: 'edit-unit',
    unit: code,
    year: 2020,
    edit: async (read) => unitEdits(await read('unit', code), { ...known, profile: { ...known.profile, parent } }),
  })
}

describe('the stored sum of a desk', () => {
  it('is that of the reports that count, whatever came in, was chosen, moved and undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        store?.database.close()
        await forgetDatabase()
        const test = await startStore(memoryDisk())
        store = test.store
        const { database } = test.store
        const children = ['t1', 't2', 't3'].map((code, order) => unit(code, code, 'township', 'c', order))
        await addUnits(test.store, [unit('c', '孝昌县', 'county', null), ...children])
        for (const one of steps) {
          if (one.do === 'take') await take(test, one.file)
          else if (one.do === 'choose') await choose(test, one.file)
          else if (one.do === 'move') await move(test, one.code)
          else await undo(test.store)
          const desk = await readDesk(database, 'c', 2020, ofYear)
          const counted = desk?.children.flatMap(({ current }) => current?.id ?? []) ?? []
          const received = await readReceived(database, counted)
          const added = received.flatMap((submission) => submission?.report ?? [])
          expect(await readTally(database, 'c', 2020, ofYear)).toEqual(changeTally(ofYear, emptyTally, { added }))
          const row = await database.tallies.get('c|2020')
          expect(Object.values(row?.members ?? {}).sort()).toEqual(counted.sort())
        }
      }),
      { numRuns: 25 },
    )
  })
})
