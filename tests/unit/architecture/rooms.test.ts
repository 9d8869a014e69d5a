import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { electronRooms } from './electron-rooms.ts'
import { rendererRooms } from './renderer-rooms.ts'
import { arrowsOf, circle, type Rooms, roomOf, wrongArrows } from './rooms.ts'
import { sharedRooms } from './shared-rooms.ts'

const root = new URL('../../..', import.meta.url)

const filesOf = (folder: string): string[] =>
  globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).map((file) => file.replaceAll('\\', '/'))

const tables: readonly (readonly [folder: string, rooms: Rooms])[] = [
  ['shared', sharedRooms],
  ['renderer', rendererRooms],
  ['electron', electronRooms],
]

describe.each(tables)('the rooms of %s/', (folder, rooms) => {
  const files = filesOf(folder)
  // What leads out of the folder is the linter's matter: biome.json.
  const arrows = files
    .flatMap((file) => arrowsOf(file, readFileSync(new URL(file, root), 'utf8')))
    .filter(({ to }) => folder === 'shared' || to.startsWith(`${folder}/`))

  it('import only what the table allows', () => {
    expect(arrows.length).toBeGreaterThan(files.length)
    expect(wrongArrows(arrows, rooms)).toEqual([])
  })

  it('hold every file, and each holds one', () => {
    expect(files.filter((file) => roomOf(file, rooms) === null)).toEqual([])
    const filled = new Set(files.map((file) => roomOf(file, rooms)))
    expect(Object.keys(rooms).filter((room) => !filled.has(room))).toEqual([])
  })

  it('lead nowhere back to themselves', () => {
    expect(circle(rooms)).toEqual([])
    const named = Object.values(rooms).flat()
    expect(named.filter((room) => rooms[room] === undefined)).toEqual([])
  })
})

describe('the check of rooms', () => {
  const file = 'shared/model/unit/unit-record.ts'

  it.each([
    ["import { check } from '../../../shared/steps/check/check.ts'"],
    ["import type { Finding } from '../../../shared/steps/check/check.ts'"],
    ["const lazy = () => import('../../../shared/steps/check/check.ts')"],
    ["import '../../../shared/steps/check/check.ts'"],
    ["import {\n  check,\n} from '../../../shared/steps/check/check.ts'"],
    ["export { check } from '../../../shared/steps/check/check.ts'"],
  ])('fails on a wrong arrow: %s', (text) => {
    expect(wrongArrows(arrowsOf(file, text), sharedRooms)).toEqual([
      'shared/model/unit/unit-record.ts imports shared/steps/check/check.ts: shared/model may import ' +
        'shared/values, shared/calendar, shared/catalogue, shared/record',
    ])
  })

  it('fails on an arrow between two steps that the table does not have', () => {
    const text = "import { aggregate } from '../../../shared/steps/aggregate/aggregate.ts'"
    expect(wrongArrows(arrowsOf('shared/steps/clock/clock-law.ts', text), sharedRooms)).toHaveLength(1)
    expect(wrongArrows(arrowsOf('shared/steps/check/causes.ts', text), sharedRooms)).toEqual([])
  })

  it('fails on a folder without a line', () => {
    const [said] = wrongArrows(
      arrowsOf('shared/notes/note.ts', "import { ok } from '../../../shared/values/result.ts'"),
      sharedRooms,
    )
    expect(said).toBe('shared/notes/note.ts lies in no room: give its folder a line in the table')
  })

  it.each([
    ['a feature from another', 'renderer/features/desk/x.tsx', '../units/add-units.tsx'],
    ['a feature from the window', 'renderer/features/desk/x.tsx', '../../app/frame.tsx'],
    ['the kit from a feature', 'renderer/kit/keys/x.ts', '../../features/units/add-units.tsx'],
    ['the kit from the window', 'renderer/kit/session/x.ts', '../../app/frame.tsx'],
    ['the store from the kit', 'renderer/store/tables/x.ts', '../../kit/session/notice.ts'],
    ['a room of the store from one that stands on it', 'renderer/store/tables/x.ts', '../write/writer.ts'],
    ['a worker of another feature', 'renderer/features/desk/x.ts', '../sheets/sheet-worker.ts'],
  ])('fails on what is taken: %s', (_, from, target) => {
    const texts = [`import { x } from '${target}'`, `new Worker(new URL('${target}', import.meta.url))`]
    for (const text of texts) expect(wrongArrows(arrowsOf(from, text), rendererRooms)).toHaveLength(1)
  })

  it('fails on a room of the shell that looks at one standing on it', () => {
    const text = "import { openJournal } from '../../../electron/journal/journal.ts'"
    expect(wrongArrows(arrowsOf('electron/disk/x.ts', text), electronRooms)).toHaveLength(1)
  })

  it('finds the way round of a table that has one', () => {
    expect(circle({ a: ['b'], b: ['c'], c: ['b'] })).toEqual(['b', 'c', 'b'])
    expect(circle({ a: ['b', 'c'], b: ['c'], c: [] })).toEqual([])
  })
})
