import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../..', import.meta.url)
const THEME = 'renderer/app/theme.css'
const read = (file: string) => readFileSync(new URL(file, root), 'utf8')
const files = globSync('renderer/**/*.{css,ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'))

/** Colours that a text holds, as style sheets write them. */
const coloursIn = (text: string): string[] => text.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)/gi) ?? []
const variables = new Set(read(THEME).match(/--color-[a-z-]+(?=:)/g))

describe('the colours of the window', () => {
  it('stand in the theme alone', () => {
    expect(files).toContain(THEME)
    const elsewhere = files.filter((file) => file !== THEME).map((file) => [file, coloursIn(read(file))])
    expect(elsewhere.filter(([, colours]) => colours?.length !== 0)).toEqual([])
  })

  it('are found however they are written', () => {
    expect(
      coloursIn('a { color: #fff; border: 1px solid #12AB34; fill: rgb(0 0 0 / 40%); background: hsl(1 2% 3%) }'),
    ).toEqual(['#fff', '#12AB34', 'rgb(0 0 0 / 40%)', 'hsl(1 2% 3%)'])
  })

  it('are each used, and none is used that is not there', () => {
    const used = files.flatMap((file) => read(file).match(/(?<=var\()--color-[a-z-]+/g) ?? [])
    expect(new Set(used)).toEqual(variables)
  })
})
