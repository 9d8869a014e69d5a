import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { registerById } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { openAtEnd } from '../../../shared/catalogue/forms/open-at-end.ts'
import { choiceLabel, yearTyped } from '../../../shared/catalogue/registers/choices-in.ts'
import { fieldNamed } from '../../../shared/catalogue/registers/facts-of-register.ts'
import type { RegisterDefinition, RegisterField } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import type { EntryView } from '../../store/entries/use-entries.ts'

/** An entry in one line: what it is called, its day, what came of it. */
export interface EntryLine {
  readonly name: string
  readonly day: string
  readonly outcome: string
}

/** The first of these that is filled in names an entry. */
const names = ['number', 'title', 'caseNumber', 'subject', 'stock']

/** `form`: what it calls an entry of which nothing came yet. */
export function entryLine(
  registers: readonly RegisterDefinition[],
  form: Form,
  { entry, day, facts }: EntryView,
): EntryLine {
  const register = registerById(registers, entry.id.register)
  const fields = register?.fields ?? []
  const label = (key: string): string => fieldText(fields, entry.fields, key)
  const name = names.map((key) => (isClear(fields, key) ? label(key) : '')).find((text) => text !== '')
  return { name: name ?? `${register?.label ?? ''}（未编号）`, day: dayText(day), outcome: outcomeOf() }

  /** A figure says where it is from. */
  function sourceOf(): string {
    const source = label('source')
    return source === '' ? '' : `（来源：${source}）`
  }

  function outcomeOf(): string {
    switch (entry.id.register) {
      case 'requests': {
        const field = register === null ? null : fieldNamed(register, 'decision.outcome')
        if (entry.stages.some(({ stage }) => stage.kind === 'withdrawal') && facts?.punctuality == null) return '已撤回'
        const outcome = facts?.outcome ?? null
        return outcome === null ? '办理中' : choiceLabel(field ?? {}, yearTyped(facts?.concluded), outcome)
      }
      case 'disputes':
        return label('result') || (openAtEnd(form, 'disputes')?.label ?? '')
      case 'documents':
        return label('kind')
      default:
        return `${label('value') || label('amount')}${sourceOf()}`
    }
  }
}

/** What is shown of a field: of a choice what the form of its year calls it. */
function fieldText(fields: readonly RegisterField[], values: Entry['fields'], key: string): string {
  const value = values[key]
  if (typeof value !== 'string') return ''
  const field = fields.find((one) => one.key === key)
  const year = field?.choicesFrom === undefined ? null : yearTyped(values[field.choicesFrom.yearOf])
  return choiceLabel(field ?? {}, year, value)
}

/** `subject` is what a request asks for in one register, and the figure's name in another. */
function isClear(fields: readonly RegisterField[], key: string): boolean {
  const field = fields.find((one) => one.key === key)
  return field !== undefined && !field.personal
}

/** `2020-03` as 2020年3月, `2020` as 2020年. */
function dayText(day: string): string {
  const [year, month, date] = day.split('-')
  if (date !== undefined) return chineseDate(day)
  if (month !== undefined) return `${year}年${Number(month)}月`
  return day === '' ? '没有日期' : `${day}年`
}
