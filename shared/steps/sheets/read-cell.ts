import type { RegisterDefinition, RegisterField, StageField } from '../../catalogue/registers/register-definition.ts'
import { type FieldValue, fieldValue } from '../../model/entry/entry-record.ts'
import { readTyped } from '../../model/report/read-typed.ts'
import { type Cell, cellText } from './cell.ts'
import { choiceMatcher } from './match-choice.ts'
import { type DaySetting, readDay, readMonth } from './read-day.ts'
import type { RowFlawCode } from './row-flaw.ts'

export interface ReadSetting extends DaySetting {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The entry that a text of a link names (by its number, or its id); null: none. */
  readonly linked: (text: string) => string | null
}

export interface ReadCell {
  readonly value: FieldValue
  /** Only what the value itself does not tell: `entryFlaws` finds the rest. */
  readonly flaw: RowFlawCode | null
}

export type CellReader = (cell: Cell) => ReadCell

/** How cells of a field's column are read. Called once for a column, its result for every row. */
export function cellReader(
  register: RegisterDefinition,
  field: StageField | RegisterField,
  setting: ReadSetting,
): CellReader {
  switch (field.kind) {
    case 'date':
      return remembered((cell) => {
        const { value, isUnclear } = readDay(cell, setting)
        return { value, flaw: isUnclear ? 'unclear-day' : null }
      })
    case 'month':
      return (cell) => {
        const { value, isUnclear } = readMonth(cell, setting)
        return { value, flaw: isUnclear ? 'unclear-day' : null }
      }
    case 'choice': {
      const match = choiceMatcher(field.choices ?? [])
      if ('many' in field && field.many === true) return remembered((cell) => sound(severalOf(cellText(cell), match)))
      return (cell) => {
        const text = cellText(cell)
        return sound(match(text) ?? text)
      }
    }
    case 'flag':
      return (cell) => {
        const text = cellText(cell).toLowerCase()
        if (yes.includes(text)) return sound(true)
        return no.includes(text) ? sound(false) : { value: text, flaw: 'unreadable' }
      }
    case 'count':
    case 'money':
      return (cell) => sound(amountOf(field.kind === 'money' ? 'money' : 'count', cellText(cell)))
    case 'figure':
      return (cell) => sound(figureText(register, field, cellText(cell)))
    case 'link':
      return (cell) => {
        const text = cellText(cell)
        const found = setting.linked(text)
        return found === null ? { value: text, flaw: 'unknown-link' } : sound(found)
      }
    case 'text':
      return (cell) => sound(inOneLine(cellText(cell)))
    case 'longText':
      return (cell) => sound(cellText(cell).replace(/\r\n?/g, '\n'))
  }
}

/** Few days or choices stand in a column, each of them often; one that was mapped wrongly must not fill the memory. */
function remembered(read: CellReader): CellReader {
  const known = new Map<Cell, ReadCell>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const made = read(cell)
    if (known.size < 2000) known.set(cell, made)
    return made
  }
}

const inOneLine = (text: string): string => (text.includes('\n') ? text.replace(/\s*\r?\n\s*/g, ' ') : text)

const yes = ['是', '有', '√', '✓', '1', 'y', 'yes', 'true']
const no = ['否', '无', '×', '0', 'n', 'no', 'false', '']

const sound = (value: FieldValue): ReadCell => ({ value, flaw: null })

/** `20件` stays as it is; 1,234 and １２３４ become digits. */
const amountOf = (kind: 'count' | 'change' | 'money', text: string): string => String(readTyped({ kind }, text) ?? '')

/** What a figure is of stands in another column: counts and money are both digits. */
function figureText(register: RegisterDefinition, field: StageField | RegisterField, text: string): string {
  const of = 'figureOf' in field ? register.fields.find(({ key }) => key === field.figureOf) : undefined
  const hasMoney = of?.choices?.some(({ figure }) => figure?.kind === 'money') === true
  return amountOf(hasMoney ? 'money' : 'count', text)
}

/**
 * Several choices in one cell; one that is not known stays as it was typed. A label may itself hold a separator. What
 * is more than a field keeps as choices is no list of them, and stays one text.
 */
function severalOf(text: string, match: (text: string) => string | null): FieldValue {
  const whole = match(text)
  if (whole !== null) return [whole]
  const parts = text
    .split(/[、,，;；/|+\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return fieldValue.safeParse([...new Set(parts.map((part) => match(part) ?? part))]).data ?? text
}
