import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import type { RegisterField } from '../../../shared/catalogue/registers/register-definition.ts'
import { registerById } from '../../../shared/catalogue/registers/registers.ts'
import type { EntryView } from '../../store/entries/use-entries.ts'

/** An entry in one line: what it is called, its day, what came of it. */
export interface EntryLine {
  readonly name: string
  readonly day: string
  readonly outcome: string
}

/** The first of these that is filled in names an entry. */
const names = ['number', 'title', 'caseNumber', 'subject', 'stock']

export function entryLine({ entry, day, facts }: EntryView): EntryLine {
  const register = registerById(entry.id.register)
  const fields = register?.fields ?? []
  const label = (key: string): string => choiceLabel(fields, key, entry.fields[key])
  const name = names.map((key) => (isClear(fields, key) ? label(key) : '')).find((text) => text !== '')
  return { name: name ?? `未编号的${register?.label ?? '条目'}`, day: dayText(day), outcome: outcomeOf() }

  /** A figure says where it is from. */
  function sourceOf(): string {
    const source = label('source')
    return source === '' ? '' : `（来源：${source}）`
  }

  function outcomeOf(): string {
    switch (entry.id.register) {
      case 'requests': {
        const choices = register?.stages?.flatMap((stage) => stage.fields).find(({ key }) => key === 'outcome')?.choices
        if (entry.stages.some(({ stage }) => stage.kind === 'withdrawal') && facts?.punctuality == null) return '已撤回'
        return choices?.find(({ value }) => value === facts?.outcome)?.label ?? '办理中'
      }
      case 'disputes':
        return label('result') || '尚未审结'
      case 'documents':
        return label('kind')
      default:
        return `${label('value') || label('amount')}${sourceOf()}`
    }
  }
}

function choiceLabel(fields: readonly RegisterField[], key: string, value: unknown): string {
  if (typeof value !== 'string') return ''
  const field = fields.find((one) => one.key === key)
  return field?.choices?.find((choice) => choice.value === value)?.label ?? value
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
