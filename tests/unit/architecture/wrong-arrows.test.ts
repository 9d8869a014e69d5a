import { describe, expect, it } from 'vitest'
import { readSources } from './read-sources.ts'
import { rooms } from './rooms.ts'
import { type Source, wrongArrows } from './wrong-arrows.ts'

const sources = ['renderer', 'electron', 'shared'].flatMap(readSources)

const wrongIn = (file: string, text: string) => wrongArrows([{ file, text }], rooms)

describe('the rooms of the project', () => {
  it('import only what they may', () => {
    expect(sources.length).toBeGreaterThan(300)
    expect(wrongArrows(sources, rooms)).toEqual([])
  })

  it.each([
    ['a feature imports another', 'renderer/features/desk/x.tsx', '../units/add-units.tsx'],
    ['a feature imports the window', 'renderer/features/desk/x.tsx', '../../app/frame.tsx'],
    ['the kit imports a feature', 'renderer/kit/keys/x.ts', '../../features/units/add-units.tsx'],
    ['the kit imports the window', 'renderer/kit/session/x.ts', '../../app/frame.tsx'],
    ['a room of the kit imports one that stands on it', 'renderer/kit/session/x.ts', '../entry/use-new-entry.ts'],
    ['the store imports the kit', 'renderer/store/tables/x.ts', '../../kit/session/notice.ts'],
    ['a room of the store imports one that stands on it', 'renderer/store/tables/x.ts', '../write/writer.ts'],
    ['a room of the shell imports one that stands on it', 'electron/disk/x.ts', '../journal/journal.ts'],
  ])('are told when %s', (_, file, target) => {
    const folder = file.slice(0, file.lastIndexOf('/'))
    const wrong = { file, target: new URL(target, `file:///${folder}/`).pathname.slice(1) }
    expect(wrongIn(file, `import { x } from '${target}'`)).toEqual([wrong])
    expect(wrongIn(file, `export type { X } from '${target}'`)).toEqual([wrong])
    expect(wrongIn(file, `const x = await import('${target}')`)).toEqual([wrong])
    expect(wrongIn(file, `new Worker(new URL('${target}', import.meta.url))`)).toEqual([wrong])
  })

  it('are told of a file that stands in none of them', () => {
    expect(wrongIn('renderer/kit/x.ts', '')).toEqual([{ file: 'renderer/kit/x.ts', target: null }])
  })
})

describe('wrongArrows()', () => {
  const table = { a: ['b/one.ts'], 'a/inner': ['a'], b: [], 'c/*': ['b'], top: null }
  const arrows = (...files: Source[]) => wrongArrows(files, table).map(({ target }) => target)

  it('lets a room import itself and what it may', () => {
    expect(arrows({ file: 'a/x.ts', text: "import './y.ts'\nimport { one } from '../b/one.ts'" })).toEqual([])
  })

  it('takes the longest path as the room', () => {
    expect(arrows({ file: 'a/x.ts', text: "import './inner/y.ts'" })).toEqual(['a/inner/y.ts'])
    expect(arrows({ file: 'a/inner/x.ts', text: "import '../y.ts'" })).toEqual([])
  })

  it('takes each name at a star as a room of its own', () => {
    expect(arrows({ file: 'c/one/x.ts', text: "import '../two/y.ts'" })).toEqual(['c/two/y.ts'])
    expect(arrows({ file: 'c/one/deep/x.ts', text: "import '../y.ts'" })).toEqual([])
  })

  it('leaves packages, and who puts rooms together, alone', () => {
    expect(
      arrows({ file: 'b/x.ts', text: "import 'react'" }, { file: 'top/x.ts', text: "import '../a/x.ts'" }),
    ).toEqual([])
  })
})
