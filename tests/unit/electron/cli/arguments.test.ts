import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../../electron/cli/arguments.ts'

const parse = (call: string) => parseArguments(call === '' ? [] : call.split(' '))

describe('parseArguments()', () => {
  it('reads the four commands', () => {
    expect(parse('check a.json --last b.json')).toEqual({
      ok: true,
      value: { command: { name: 'check', report: 'a.json', last: 'b.json' }, form: null },
    })
    expect(parse('aggregate a.json b.ogi --own c.json --out d.json')).toEqual({
      ok: true,
      value: {
        command: {
          name: 'aggregate',
          reports: ['a.json', 'b.ogi'],
          own: 'c.json',
          out: 'd.json',
          allowDuplicates: false,
        },
        form: null,
      },
    })
    expect(parse('export a.json --out d.csv')).toEqual({
      ok: true,
      value: { command: { name: 'export', report: 'a.json', out: 'd.csv' }, form: null },
    })
    expect(parse('inspect a.ogi')).toEqual({
      ok: true,
      value: { command: { name: 'inspect', file: 'a.ogi' }, form: null },
    })
  })

  it('reads the file of a form with every command', () => {
    for (const call of ['check a.json', 'aggregate a.json --out b.json', 'export a.json --out b.csv', 'inspect a.ogi'])
      expect(parse(`${call} --form f.json`)).toMatchObject({ value: { form: 'f.json' } })
  })

  it.each([
    '',
    'weigh a.json',
    'check',
    'check a.json b.json',
    'check a.json --out b.json',
    'check a.json --last',
    'check a.json --loud',
    'export a.json',
    'aggregate a.json',
    'aggregate --out a.json',
    'inspect a.ogi b.ogi',
    'check a.ogi --key k',
    'aggregate a.json --assignment b.ogi --out c.json',
    'check a.json --form',
  ])('refuses “ogi %s” in both languages', (call) => {
    const result = parse(call)
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.problem.english).toContain('ogi check REPORT')
    expect(result.problem.chinese).toMatch(/[一-龥].*。$/)
  })
})
