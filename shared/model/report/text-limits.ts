import { cellName, supplementName } from '../../catalogue/forms/cell-name.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { jsonLimits } from '../../values/read-canonical.ts'
import type { Report } from './report.ts'
import { MOST_IN_SHORT } from './report-schema.ts'

/**
 * Characters that a field takes, told where one types. Each is well within what the unit above takes (`reportJson`,
 * `basis.json`, `jsonLimits`), so that nothing typed here is refused there.
 */
export const textLimits = {
  narrative: 100_000,
  note: 10_000,
  remark: 100,
  title: 500,
  reason: 500,
  person: 60,
} as const

/** A part of a report that the unit above would refuse for its length. `name`: as the form calls it; empty for the sign-off. */
export interface TooLong {
  readonly part: 'text' | 'note' | 'remark' | 'title' | 'sign-off' | 'figure'
  readonly name: string
  readonly length: number
  readonly most: number
}

/** The first part that is too long to go out: from a sheet, a block that was pasted, or an earlier program. */
export function findTooLong(form: Form, report: Report): TooLong | null {
  const sectionName = (id: string): string => {
    const section = form.definition.sections.find((one) => one.id === id)
    return section === undefined ? '前言' : `${section.numeral}、${section.title}`
  }
  const tableName = (id: string): string => form.tables.find((one) => one.id === id)?.name ?? id
  const cellNamed = (key: string): string => {
    const known = form.key(key)
    return known === null ? key : cellName(form, known)
  }
  const { narrative, notes, remarks, presentation, cells, supplement } = report
  const long = jsonLimits.text
  const parts: (readonly [TooLong['part'], number, Readonly<Record<string, unknown>>, (key: string) => string])[] = [
    ['text', long, narrative, sectionName],
    ['note', long, notes, tableName],
    ['remark', MOST_IN_SHORT, remarks, cellNamed],
    ['title', MOST_IN_SHORT, presentation.titles, sectionName],
    ['sign-off', MOST_IN_SHORT, { unit: presentation.signOff?.unit }, () => ''],
    ['figure', long, cells, cellNamed],
    ['figure', long, supplement, (key) => supplementName(form, key)],
  ]
  for (const [part, most, texts, nameOf] of parts) {
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text === 'string' && text.length > most) return { part, name: nameOf(key), length: text.length, most }
    }
  }
  return null
}
