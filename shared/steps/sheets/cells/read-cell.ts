import type { RegisterField, StageField } from '../../../catalogue/registers/register-definition.ts'
import { type FieldValue, fieldValue } from '../../../model/entry/entry-record.ts'
import { type Cell, cellText } from '../cell.ts'
import { choiceMatcher } from './match-choice.ts'
import { type Amount, moneyUnitOf, readAmount } from './read-amount.ts'
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
  /** It stood in another unit and was reckoned over. */
  readonly isConverted?: true
}

export type CellReader = (cell: Cell) => ReadCell

/**
 * How cells of a field's column are read. Called once for a column, its result for every row. `headUnit`: the unit of
 * money that the heading names. A `figure` is read as a text: what it is of stands in another column.
 */
export function cellReader(
  field: StageField | RegisterField,
  setting: ReadSetting,
  headUnit: string | null = null,
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
    case 'money': {
      const kind = field.kind
      const unit = moneyUnitOf(field.label)
      return (cell) => amount(readAmount(cell, kind, unit, headUnit))
    }
    case 'figure':
      return (cell) => sound(cellText(cell))
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

const amount = ({ value, isConverted, isUnclear }: Amount): ReadCell => ({
  value,
  flaw: isUnclear === true ? 'unclear-amount' : null,
  ...(isConverted ? { isConverted } : {}),
})

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
