import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8')

interface SpecRule {
  readonly number: string
  readonly text: string
  readonly source: string
}

/** `- **C1** what holds — where that stands`, a line each. */
function rulesOf(text: string): SpecRule[] {
  return [...text.matchAll(/^- \*\*([A-Z]\d+)\*\* (.+) — (.+)$/gm)].map(([, number = '', said = '', source = '']) => ({
    number,
    text: said,
    source,
  }))
}

/** The numbers that begin the name of a test or of a group of them: `it('K3: …')`, `describe('C1, C5: …')`. */
function quotedIn(text: string): string[] {
  return [...text.matchAll(/['"`]((?:[A-Z]\d+)(?:, [A-Z]\d+)*): /g)].flatMap(([, numbers = '']) => numbers.split(', '))
}

const files = globSync('docs/spec/*.md', { cwd: root })
const rules = files.flatMap((file) => rulesOf(read(file)))
const letters = new Set(rules.map(({ number }) => number.charAt(0)))
const tests = globSync('tests/{unit,property,e2e}/**/*.{test,spec}.ts', { cwd: root }).filter(
  (file) => !file.endsWith('spec.test.ts'),
)
const quoted = new Set(tests.flatMap((file) => quotedIn(read(file))).filter((number) => letters.has(number.charAt(0))))

describe('docs/spec', () => {
  it('numbers its rules 1, 2, 3 … under a letter of each page’s own', () => {
    expect(files.length).toBeGreaterThan(3)
    const seen = files.map((file) => {
      const numbers = rulesOf(read(file)).map(({ number }) => number)
      const [letter = ''] = numbers[0] ?? ''
      expect(numbers, file).toEqual(numbers.map((_, i) => `${letter}${i + 1}`))
      return letter
    })
    expect(new Set(seen).size).toBe(files.length)
  })

  it('has a line for each rule: every list item reads as one', () => {
    for (const file of files) {
      const items = read(file).match(/^- /gm) ?? []
      expect(rulesOf(read(file)), file).toHaveLength(items.length)
    }
  })

  it('has a test for each rule', () => {
    expect(rules.filter(({ number }) => !quoted.has(number)).map(({ number, text }) => `${number} ${text}`)).toEqual([])
  })

  it('has a rule for each number that a test quotes', () => {
    const known = new Set(rules.map(({ number }) => number))
    expect([...quoted].filter((number) => !known.has(number))).toEqual([])
  })

  it('would name a rule without a test and a number without a rule', () => {
    expect(rulesOf('- **X1** a — b\n- X2 c\n')).toEqual([{ number: 'X1', text: 'a', source: 'b' }])
    expect(quotedIn("it('X1, X3: does', () => {})\n  it('says X4: no', () => {})")).toEqual(['X1', 'X3'])
  })
})
