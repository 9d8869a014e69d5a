import { describe, expect, it } from 'vitest'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import type { CellKey, Form } from '../../../../../shared/catalogue/forms/form.ts'
import type { Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { DocumentNode } from '../../../../../shared/steps/documents/document.ts'
import { reportDocument, reportTitle } from '../../../../../shared/steps/documents/report-document.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const form2019 = formById(forms, '2019') as Form
const form2021 = formById(forms, '2021') as Form
const unit = { code: '420921001000', name: '花园镇' }
const empty = emptyReport(form2019, 2020, unit)
const keyOf = (form: Form, text: string): CellKey => {
  const key = form.key(text)
  if (key === null) throw new Error(text)
  return key
}
const withCells = (form: Form, cells: Record<string, number | string>, more: Partial<Report> = {}): Report => {
  const report = emptyReport(form, form.years.from, unit)
  for (const key of Object.keys(cells)) keyOf(form, key)
  return { ...report, cells: { ...report.cells, ...cells }, ...more }
}
type TableNode = Extract<DocumentNode, { kind: 'table' }>
const tablesOf = (form: Form, report: Report): TableNode[] =>
  reportDocument(form, report).filter((node) => node.kind === 'table')
const figures = (form: Form, report: Report): Record<string, string> =>
  Object.fromEntries(
    tablesOf(form, report)
      .flatMap(({ lines }) => lines)
      .flatMap(({ boxes }) => boxes)
      .flatMap((box) => (box.kind === 'figure' ? [[box.key, box.text + box.remark]] : [])),
  )

describe('reportTitle()', () => {
  it('fills unit and year into the form’s title, also a name that looks like a pattern', () => {
    expect(reportTitle(form2019, empty)).toBe('花园镇2020年政府信息公开工作年度报告')
    expect(reportTitle(form2019, { ...empty, unit: { code: '', name: '$&{year}局' } })).toContain('$&')
  })
})

describe('reportDocument()', () => {
  it.each(forms.map((form) => [form.id, form] as const))('has the six sections of form %s in order', (_, form) => {
    const nodes = reportDocument(form, emptyReport(form, form.years.from, unit))
    expect(nodes.flatMap((node) => (node.kind === 'heading' ? [node.text] : []))).toEqual(
      form.definition.sections.map(({ numeral, title }) => `${numeral}、${title}`),
    )
    expect(nodes.flatMap((node) => (node.kind === 'table' ? [node.id] : []))).toEqual([
      'disclosure',
      'requests',
      'disputes',
    ])
    expect(nodes[0]?.kind).toBe('title')
    expect(nodes.at(-1)?.kind).not.toBe('sign-off')
  })

  it('prints the unit’s own section titles, numbered by the form', () => {
    const titles = { disputes: ' 因政府信息公开工作被申请行政复议、提起行政诉讼情况 ', problems: '' }
    const nodes = reportDocument(form2019, { ...empty, presentation: { ...empty.presentation, titles } })
    const headings = nodes.flatMap((node) => (node.kind === 'heading' ? [node.text] : []))
    expect(headings[3]).toBe('四、因政府信息公开工作被申请行政复议、提起行政诉讼情况')
    expect(headings[4]).toBe('五、政府信息公开工作存在的主要问题及改进情况')
  })

  it('sets one paragraph a line, and headings in the text as headings', () => {
    const narrative = {
      preface: '依据条例编制。\n\n  第二段。  ',
      problems: '（一）存在的问题\n公开不及时。\n(二)改进情况。\n（三）主动公开。全年公开11573条。',
      other: `（一）${'很长的一句话'.repeat(10)}。`,
    }
    const nodes = reportDocument(form2019, { ...empty, narrative })
    expect(nodes.slice(1, 3)).toEqual([
      { kind: 'paragraph', lead: '', text: '依据条例编制。' },
      { kind: 'paragraph', lead: '', text: '第二段。' },
    ])
    const problems = nodes.findIndex((node) => node.kind === 'heading' && node.text.startsWith('五、'))
    expect(nodes.slice(problems + 1, problems + 5)).toEqual([
      { kind: 'heading', level: 2, text: '（一）存在的问题' },
      { kind: 'paragraph', lead: '', text: '公开不及时。' },
      { kind: 'heading', level: 2, text: '(二)改进情况。' },
      { kind: 'paragraph', lead: '（三）主动公开。', text: '全年公开11573条。' },
    ])
    expect(nodes.at(-1)).toEqual({ kind: 'paragraph', lead: '', text: narrative.other })
  })

  it('ends with the sign-off, its date as official documents write it', () => {
    const signOff = { unit: '花园镇人民政府', date: '2021-01-29' }
    const nodes = reportDocument(form2019, { ...empty, presentation: { ...empty.presentation, signOff } })
    expect(nodes.at(-1)).toEqual({ kind: 'sign-off', unit: '花园镇人民政府', date: '2021年1月29日' })
  })

  it('puts a note under its table', () => {
    const nodes = reportDocument(form2019, { ...empty, notes: { disputes: '注：含上年度结转数量。' } })
    const at = nodes.findIndex((node) => node.kind === 'table' && node.id === 'disputes')
    expect(nodes[at + 1]).toEqual({ kind: 'note', text: '注：含上年度结转数量。' })
  })

  it('prints every figure of the form once', () => {
    for (const form of forms) {
      const cells = Object.fromEntries([...form.cells.keys()].map((key, i) => [key, i + 1]))
      const printed = figures(form, withCells(form, cells))
      expect(Object.keys(printed).sort()).toEqual([...form.cells.keys()].sort())
      for (const [key, value] of Object.entries(cells)) expect(printed[key]?.replace(/万元$/, '')).toBe(String(value))
    }
  })

  it('prints n/a as --, a remark behind its figure, and what was typed wrong as it is', () => {
    const remarks = {
      [keyOf(form2021, 'disclosure.normativeDocument.repealed')]: '含自然失效29件',
      [keyOf(form2021, 'disclosure.normativeDocument.issued')]: '（含修订1件）',
    }
    const printed = figures(
      form2021,
      withCells(
        form2021,
        {
          'disclosure.rule.issued': 'n/a',
          'disclosure.normativeDocument.repealed': 55,
          'disclosure.normativeDocument.issued': 2,
          'requests.received.person': '20件',
          'disclosure.fee.amount': '190.457379',
        },
        { remarks },
      ),
    )
    expect(printed['disclosure.rule.issued']).toBe('--')
    expect(printed['disclosure.normativeDocument.repealed']).toBe('55（含自然失效29件）')
    expect(printed['disclosure.normativeDocument.issued']).toBe('2（含修订1件）')
    expect(printed['requests.received.person']).toBe('20件')
    expect(printed['disclosure.fee.amount']).toBe('190.457379')
  })

  it('prints a blank as the report says, else as the form does, and never a 0 as a blank', () => {
    const blank = (form: Form, how: '' | '0' | '/' | null): string | undefined => {
      const report = withCells(form, { 'disputes.review.total': 0 })
      const printed = figures(form, { ...report, presentation: { ...report.presentation, blank: how } })
      expect(printed['disputes.review.total']).toBe('0')
      return printed['disputes.review.upheld']
    }
    expect([blank(form2019, null), blank(form2021, null)]).toEqual(['', '0'])
    expect([blank(form2019, '/'), blank(form2021, ''), blank(form2019, '0')]).toEqual(['/', '', '0'])
  })

  it('names the unit of an amount where no label does', () => {
    const printed = figures(form2019, withCells(form2019, { 'disclosure.procurement.amount': '1592' }))
    expect(printed['disclosure.procurement.amount']).toBe('1592万元')
    expect(figures(form2019, withCells(form2019, {}))['disclosure.procurement.amount']).toBe('')
  })

  it('leaves an optional row out only where all its figures are empty', () => {
    const labels = (report: Report): string[] =>
      (tablesOf(form2019, report)[0]?.lines ?? []).flatMap(({ boxes }) =>
        boxes.flatMap((box) => (box.kind === 'label' ? [box.text] : [])),
      )
    expect(labels(empty)).not.toContain('其他主动公开文件')
    expect(labels(withCells(form2019, { 'disclosure.otherDocument.made': 0 }))).toContain('其他主动公开文件')
    expect(labels(empty)).toContain('规章')
  })
})
