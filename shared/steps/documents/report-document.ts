import { chineseDate } from '../../calendar/chinese-date.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { type NarrativeKey, narrativeKeys, type Report, type TitleKey, titleKeys } from '../../model/report/report.ts'
import type { DocumentNode } from './document.ts'
import { printedLines } from './printed-lines.ts'

/**
 * The finished yearly report: title, preface, the form's sections with text or table, sign-off. Everything that is
 * printed or exported as a document is made from this.
 */
export function reportDocument(form: Form, report: Report): DocumentNode[] {
  const { signOff } = report.presentation
  return [
    { kind: 'title', text: reportTitle(form, report) },
    ...paragraphs(report.narrative.preface),
    ...form.definition.sections.flatMap((section): DocumentNode[] => [
      { kind: 'heading', level: 1, text: `${section.numeral}、${sectionTitle(report, section)}` },
      ...sectionBody(form, report, section.id),
    ]),
    ...(signOff === null
      ? []
      : [{ kind: 'sign-off' as const, unit: signOff.unit.trim(), date: chineseDate(signOff.date) }]),
  ]
}

/** `孝昌县人民政府2020年政府信息公开工作年度报告`. */
export function reportTitle(form: Form, { unit, year }: Report): string {
  return form.definition.title.replace('{unit}', () => unit.name).replace('{year}', String(year))
}

/** A section's title as this report prints it: the unit's own, else the form's. */
export function sectionTitle(report: Report, section: { readonly id: string; readonly title: string }): string {
  const key = titleKeys.find((known): known is TitleKey => known === section.id)
  const own = key === undefined ? '' : (report.presentation.titles[key] ?? '').trim()
  return own === '' ? section.title : own
}

function sectionBody(form: Form, report: Report, id: string): DocumentNode[] {
  const table = form.tables.find((candidate) => candidate.id === id)
  if (table !== undefined) {
    const lines = printedLines(form, table, report)
    const notes = textLines(report.notes[id]).map((text): DocumentNode => ({ kind: 'note', text }))
    const caption = sectionTitle(report, { id, title: table.title })
    return [{ kind: 'table', id, caption, widths: table.widths, lines }, ...notes]
  }
  const key = narrativeKeys.find((known): known is NarrativeKey => known === id)
  return key === undefined ? [] : paragraphs(report.narrative[key])
}

const textLines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const paragraphs = (text: string | undefined): DocumentNode[] => textLines(text).map(paragraph)

const SUB_HEADING = /^[（(][一二三四五六七八九十]{1,3}[）)]/
/** Longer than this it is a sentence, not a heading: characters, number and full stop included. */
const LONGEST_HEADING = 30

/** A line that opens with （一） is a heading, or has one up to its first full stop. */
function paragraph(line: string): DocumentNode {
  const stop = line.indexOf('。')
  const lead = stop === -1 ? line : line.slice(0, stop + 1)
  if (!SUB_HEADING.test(line) || lead.length > LONGEST_HEADING) return { kind: 'paragraph', lead: '', text: line }
  const rest = line.slice(lead.length).trim()
  return rest === '' ? { kind: 'heading', level: 2, text: lead } : { kind: 'paragraph', lead, text: rest }
}
