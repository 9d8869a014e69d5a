import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_IN, dataFiles, openers, pastTheCatalogue } from './catalogue-data.ts'
import { arrowsOf } from './rooms.ts'

const root = new URL('../../..', import.meta.url)
const files = globSync('{shared,renderer,electron,build,tests}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
)
const textOf = new Map(files.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]))
const arrows = [...textOf].flatMap(([file, text]) => arrowsOf(file, text))
const typesAlone = /^import type [^']*'[^']*'$/gm
const values = [...textOf].flatMap(([file, text]) => arrowsOf(file, text.replaceAll(typesAlone, '')))
const data = dataFiles(values)

describe('what the program knows by itself', () => {
  it('is imported by nobody: forms, registers, letters and days off are handed on with the opened catalogue', () => {
    expect(pastTheCatalogue(arrows, data)).toEqual([])
  })

  it('is all of it data: forms and what they share, registers, letters, days off', () => {
    const rooms = ['forms', 'registers', 'letters', 'days'].map((room) => `shared/catalogue/${room}/`)
    for (const room of rooms) expect([...data].filter((file) => file.startsWith(room)).length).toBeGreaterThan(1)
    expect([...data].filter((file) => !rooms.some((room) => file.startsWith(room)))).toEqual([])
    expect(
      [...data].filter((file) => /export (async )?function .*\b(compile|check|read)/.test(textOf.get(file) ?? '')),
    ).toEqual([])
  })

  it('is opened by the store and the command line', () => {
    expect(openers.filter((file) => !arrows.some(({ from, to }) => from === file && to === BUILT_IN))).toEqual([])
  })
})

describe('the check of it', () => {
  it.each([
    ['renderer/kit/fields/choice-input.tsx', '../../../shared/catalogue/registers/requests.ts'],
    ['shared/steps/letters/make-letter.ts', '../../catalogue/letters/answer-wordings.ts'],
    ['electron/cli/clock-command.ts', '../../shared/catalogue/days/holidays.ts'],
    ['shared/catalogue/compile-catalogue.ts', './forms/form-2021.ts'],
    ['renderer/app/frame.tsx', '../../shared/catalogue/built-in.ts'],
    ['tests/fixtures/catalogue.ts', '../../shared/catalogue/forms/national-tables.ts'],
  ])('fails where %s imports %s', (from, target) => {
    expect(pastTheCatalogue(arrowsOf(from, `import { x } from '${target}'`), data)).toHaveLength(1)
  })
})
