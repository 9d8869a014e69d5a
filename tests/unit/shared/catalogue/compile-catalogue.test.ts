import { describe, expect, it } from 'vitest'
import { builtInData } from '../../../../shared/catalogue/built-in.ts'
import type { CatalogueData } from '../../../../shared/catalogue/catalogue-data.ts'
import { compileCatalogue } from '../../../../shared/catalogue/compile-catalogue.ts'
import type { FormDefinition } from '../../../../shared/catalogue/forms/form-definition.ts'
import type { RowNode } from '../../../../shared/catalogue/forms/table-definition.ts'
import { choicesIn } from '../../../../shared/catalogue/registers/choices-in.ts'
import { catalogue } from '../../../fixtures/catalogue.ts'

/** The form in force, as somebody would begin the next one from it. */
function nextForm(change: (form: FormDefinition) => void = () => {}): FormDefinition {
  const form: FormDefinition = structuredClone({ ...lastForm(), id: '2027', from: 2027 })
  change(form)
  return form
}

function lastForm(): FormDefinition {
  const form = builtInData.forms.at(-1)
  if (form === undefined) throw new Error('no form')
  return form
}

const withForm = (form: unknown, more: Partial<CatalogueData> = {}) =>
  compileCatalogue({ ...builtInData, forms: [...builtInData.forms, form], ...more })

/** What is told of a catalogue, one `code of detail` a line. */
function told(form: unknown, more: Partial<CatalogueData> = {}): string[] {
  const compiled = withForm(form, more)
  return compiled.ok ? [] : compiled.problem.map(({ code, of, detail }) => `${code} ${of} ${detail}`.trim())
}

/** The rows under a heading of the table of requests, to be changed. */
function rowsUnder(form: FormDefinition, heading: string): RowNode[] {
  const search = (nodes: RowNode[]): RowNode[] | null => {
    for (const node of nodes) {
      if (!('rows' in node)) continue
      const found = node.label === heading ? node.rows : search(node.rows)
      if (found !== null) return found
    }
    return null
  }
  const table = form.tables.find(({ id }) => id === 'requests')
  const rows = table === undefined ? null : search(table.blocks.flatMap((block) => block.rows))
  if (rows === null) throw new Error(`no ${heading}`)
  return rows
}

const refused = (form: FormDefinition): RowNode[] => rowsUnder(form, '（三）不予公开')

describe('compileCatalogue()', () => {
  it('makes one value of what the program brings, which is pure data', () => {
    expect(JSON.parse(JSON.stringify(builtInData))).toEqual(builtInData)
    const compiled = compileCatalogue(JSON.parse(JSON.stringify(builtInData)))
    expect(compiled.ok && compiled.value.forms.map(({ id, years }) => [id, years])).toEqual([
      ['2019', { from: 2019, to: 2020 }],
      ['2021', { from: 2021, to: null }],
    ])
    expect(compiled.ok && compiled.value.registers).toEqual(catalogue.registers)
  })

  it("ends a form where the next one's first year begins, in whatever order they come", () => {
    const forms = [nextForm(), ...builtInData.forms]
    const compiled = compileCatalogue({ ...builtInData, forms })
    expect(compiled.ok && compiled.value.forms.map(({ id, years: { to } }) => [id, to])).toEqual([
      ['2019', 2020],
      ['2021', 2026],
      ['2027', null],
    ])
  })

  it('has a row that is added under a heading offered, derived, totalled and checked', () => {
    const form = nextForm((next) => refused(next).push({ key: 'refused.tradeSecret', label: '9.属于商业秘密' }))
    const compiled = withForm(form)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problem))
    const next = compiled.value.forms.at(-1)
    const cell = next?.key('requests.refused.tradeSecret.company')
    if (next === undefined || cell === null || cell === undefined) throw new Error('no such cell')
    expect(next.totals.filter(({ parts }) => parts.includes(cell)).map(({ key }) => key)).toEqual([
      'requests.refused.tradeSecret.total',
      'requests.total.company',
    ])
    expect(next.derivations.find(({ key }) => key === cell)?.plus[0]).toMatchObject({
      where: [{ oneOf: ['company'] }, { field: 'outcome', oneOf: ['refused.tradeSecret'] }, { date: 'concluded' }],
    })
    const codes = next.equations.filter(({ left, right }) => [...left, ...right].some(({ key }) => key === cell))
    expect(codes.map(({ code }) => code)).toEqual(['applicant-sum', 'outcome-sum'])
    const requests = compiled.value.registers.find(({ id }) => id === 'requests')
    const outcome = requests?.stages?.find(({ kind }) => kind === 'decision')?.fields[0]
    const offered = (year: number): (string | undefined)[] =>
      choicesIn(outcome ?? {}, year)
        .filter(({ value }) => value === 'refused.tradeSecret')
        .map(({ label }) => label)
    expect(offered(2026)).toEqual([])
    expect(offered(2027)).toEqual(['（三）不予公开：9.属于商业秘密'])
  })

  it('takes a row away without a trace, and keeps it for the years that had it', () => {
    const compiled = withForm(nextForm((next) => refused(next).splice(0, 1)))
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problem))
    const requests = compiled.value.registers.find(({ id }) => id === 'requests')
    const outcome = requests?.stages?.find(({ kind }) => kind === 'decision')?.fields[0]
    const isOffered = (year: number): boolean =>
      choicesIn(outcome ?? {}, year).some(({ value }) => value === 'refused.stateSecret')
    expect([2019, 2026, 2027].map(isOffered)).toEqual([true, true, false])
  })

  it('calls a choice in each year what the form of that year calls it, and knows both names', () => {
    const compiled = withForm(JSON.parse(JSON.stringify(nextForm()).replace('"label":"自然人"', '"label":"公民"')))
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problem))
    const requests = compiled.value.registers.find(({ id }) => id === 'requests')
    const applicant = requests?.fields.find(({ key }) => key === 'applicant')
    expect([2026, 2027, null].map((year) => choicesIn(applicant ?? {}, year)[0]?.label)).toEqual([
      '自然人',
      '公民',
      '公民',
    ])
    expect(applicant?.choices?.[0]?.also).toContain('自然人')
  })

  it('leaves as they are the choices of the 2019 form that one row counts', () => {
    const outcome = catalogue.registers[0]?.stages?.find(({ kind }) => kind === 'decision')?.fields[0]
    expect(choicesIn(outcome ?? {}, 2019).map(({ value }) => value)).toEqual(
      choicesIn(outcome ?? {}, 2021).map(({ value }) => value),
    )
  })
})

describe('compileCatalogue() refuses, and says what is wrong:', () => {
  it('data that is no form', () => {
    expect(told({ ...nextForm(), colour: 'red' })).toEqual(['bad-shape 2027 colour'])
    expect(told(nextForm((next) => next.tables.splice(0, 3)))).toEqual(['bad-shape 2027 tables'])
    expect(told(null)).toEqual(['bad-shape'])
    expect(compileCatalogue(null).ok).toBe(false)
  })

  it('a form that is there already, or begins when another one does', () => {
    expect(told({ ...nextForm(), id: '2021' })).toEqual(['same-id 2021 2021'])
    expect(told({ ...nextForm(), from: 2021 })).toEqual(['same-year 2027 2021'])
  })

  it('a row that no total takes in, that nothing derives and that is not said to be typed', () => {
    const added = (row: RowNode) =>
      nextForm((next) => {
        next.tables.find(({ id }) => id === 'disclosure')?.blocks[0]?.rows.push(row)
      })
    expect(told(added({ key: 'guideline', label: '办事指南' }))).toEqual([
      'uncounted-row 2027 disclosure.guideline 办事指南',
    ])
    expect(told(added({ key: 'guideline', label: '办事指南', typed: true }))).toEqual([])
    // As the forms were written before: each rule lists its rows, and one that it does not list is passed over.
    const listed = nextForm((next) => {
      refused(next).push({ key: 'refused.new', label: '9.新' })
      for (const rule of next.rules) {
        if (rule.code !== 'outcome-sum' || rule.check !== 'equal') continue
        const column = '{column}'
        rule.right = ['granted', 'partlyGranted'].map((row) => `requests.${row}.${column}`)
      }
    })
    expect(told(listed)).toContain('uncounted-row 2027 requests.refused.new 9.新')
  })

  it('a row outside of its set, which the table has no other use for', () => {
    const outside = nextForm((next) => refused(next).push({ key: 'refused.new', label: '9.新', set: 'else' }))
    expect(told(outside)).toEqual(['uncounted-row 2027 requests.refused.new 9.新'])
  })

  it('an outcome, or an end of a request, that no row counts', () => {
    const without = nextForm((next) => rowsUnder(next, '（六）其他处理').splice(2, 1))
    expect(told(without)).toEqual(['uncounted-choice 2027 requests.outcome withdrawal'])
  })

  it('a rule or a derivation over a cell, a set or a row that is not there', () => {
    const rule = { code: 'balance', severity: 'error', occasion: 'always', check: 'equal' } as const
    const ruled = (left: string) =>
      nextForm((next) => next.rules.push({ ...rule, left: [left], right: ['requests.received.person'] }))
    expect(told(ruled('requests.nothing.person'))).toEqual(['unknown-cell 2027 requests.nothing.person'])
    const derived = (cell: string) =>
      nextForm((next) => next.derivations.push({ cell, plus: [{ count: 'requests', where: [] }] }))
    expect(told(derived('requests.nothing.person'))).toEqual(['unknown-cell 2027 requests.nothing.person'])
    const column = nextForm((next) => {
      next.rules.push({
        ...rule,
        forEach: { column: { table: 'requests', columns: 'applicants' } },
        left: ['requests.received.{column}'],
        right: ['requests.received.{column}'],
      })
    })
    expect(told(column)).toEqual(['unknown-set 2027 requests applicants'])
    const row = nextForm((next) => {
      const where = [{ field: 'outcome', countsIn: { table: 'requests', row: 'refused' } }]
      next.derivations.push({ cell: 'volunteers', plus: [{ count: 'requests', where }] })
      next.supplement.push({ key: 'volunteers', label: '志愿者', kind: 'count', unit: '人' })
    })
    expect(told(row)).toEqual(['unknown-set 2027 requests.refused'])
  })

  it('a register, a field or a value that is not there', () => {
    const counting = (register: string, field: string, value: string) =>
      nextForm((next) => {
        next.supplement.push({ key: 'volunteers', label: '志愿者', kind: 'count', unit: '人' })
        next.derivations.push({ cell: 'volunteers', plus: [{ count: register, where: [{ field, is: value }] }] })
      })
    expect(told(counting('meetings', 'kind', 'open'))).toEqual(['unknown-register 2027 meetings'])
    expect(told(counting('documents', 'colour', 'red'))).toEqual(['unknown-field 2027 documents.colour'])
    expect(told(counting('documents', 'kind', 'poem'))).toEqual(['unknown-value 2027 documents.kind poem'])
    expect(told(counting('documents', 'made', '2027'))).toEqual(['unknown-field 2027 documents.made'])
    expect(told(counting('documents', 'title', '办法'))).toEqual(['unknown-field 2027 documents.title'])
    const stock = nextForm((next) => {
      next.supplement.push({ key: 'volunteers', label: '志愿者', kind: 'count', unit: '人' })
      next.derivations.push({ cell: 'volunteers', plus: [{ opening: 'volunteers', lastYear: ['volunteers'] }] })
    })
    expect(told(stock)).toEqual(['unknown-value 2027 openings volunteers'])
  })

  it('a rule that the program knows neither by name nor by words', () => {
    const named = nextForm((next) =>
      next.rules.push({ code: 'astrology', severity: 'error', occasion: 'always', check: 'named' }),
    )
    expect(told(named)).toEqual(['unknown-rule 2027 astrology'])
    const own = { code: 'granted-most', severity: 'warning', occasion: 'always', check: 'at-least' } as const
    const sides = { left: ['requests.granted.total'], right: ['requests.partlyGranted.total'] }
    expect(told(nextForm((next) => next.rules.push({ ...own, ...sides })))).toEqual(['unknown-rule 2027 granted-most'])
    const says = '予以公开的不少于部分公开的'
    expect(told(nextForm((next) => next.rules.push({ ...own, ...sides, says })))).toEqual([])
  })

  it('once what is wrong with every column of a row', () => {
    const form = nextForm((next) => refused(next).push({ key: 'refused.new', label: '9.新', counts: ['poem'] }))
    expect(told(form)).toEqual(['unknown-value 2027 requests.outcome poem'])
  })

  it('a cell that stands twice, a table without a section, labels without room', () => {
    const twice = nextForm((next) => refused(next).push({ key: 'refused.thirdParty', label: '9.新' }))
    expect(told(twice)).toContain('same-cell 2027 requests.refused.thirdParty.person')
    expect(told(nextForm((next) => next.sections.splice(3, 1)))).toContain('unknown-section 2027 disputes')
    const narrow = nextForm((next) => {
      for (const table of next.tables) if (table.id === 'requests') table.widths.splice(0, 1)
    })
    expect(told(narrow)).toContain('narrow-labels 2027 requests')
  })

  it('a total of itself, and a figure that derives twice', () => {
    const endless = nextForm((next) =>
      next.rules.push({
        code: 'dispute-sum',
        severity: 'error',
        occasion: 'always',
        check: 'equal',
        left: ['disclosure.rule.issued'],
        right: ['disclosure.rule.issued'],
        totals: true,
      }),
    )
    expect(told(endless)).toContain('endless-total 2027 disclosure.rule.issued')
    const twice = nextForm((next) => next.derivations.push(...next.derivations.slice(-1)))
    expect(told(twice)).toEqual(['derived-twice 2027 processingFee.amount'])
    const total = nextForm((next) =>
      next.derivations.push({ cell: 'requests.received.total', plus: [{ count: 'requests', where: [] }] }),
    )
    expect(told(total)).toEqual(['derived-twice 2027 requests.received.total'])
  })

  it('an answer that the letters have not, registers and days off that contradict themselves', () => {
    const answered = nextForm((next) => refused(next).push({ key: 'refused.new', label: '9.新', answer: 'poem' }))
    expect(told(answered)).toEqual(['unknown-answer 2027 poem'])
    const [requests, ...others] = builtInData.registers
    const colour = { key: 'colour', label: '颜色', kind: 'choice', group: 'main' } as const
    const registers = [...(requests ? [{ ...requests, fields: [...requests.fields, colour] }] : []), ...others]
    expect(told(nextForm(), { registers })).toEqual(['bad-register requests colour: choices?'])
    const notices = { ...builtInData.days.notices, '2027': { holidays: ['2026-01-01'], workdays: [] } }
    expect(told(nextForm(), { days: { ...builtInData.days, notices } })).toEqual(['bad-days  2027 2026-01-01'])
  })
})
