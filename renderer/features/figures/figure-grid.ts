import { Big } from 'big.js'
import type {
  Choice,
  RegisterDefinition,
  RegisterField,
} from '../../../shared/catalogue/registers/register-definition.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import { setGroup } from '../../../shared/journal/set-group.ts'
import { entryFlaws } from '../../../shared/model/entry/entry-flaws.ts'
import { type Entry, type EntryId, entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import type { FieldFlaw } from '../../../shared/model/entry/field-flaw.ts'
import { readTyped, withoutUnit } from '../../../shared/model/report/read-typed.ts'
import type { Groups } from '../../../shared/record/groups.ts'

/** A register in which one entry is one figure: what it is of, for which period, and how much. */
export interface FigureRegister {
  readonly register: RegisterDefinition
  readonly period: RegisterField
  readonly subject: RegisterField
  readonly value: RegisterField
  /** Where a figure is from (数据出处); null where the register does not ask. */
  readonly source: RegisterField | null
  readonly subjects: readonly Choice[]
}

/** Throws on a register of another shape: it has no grid. */
export function figureRegister(register: RegisterDefinition): FigureRegister {
  const value = register.fields.find(({ kind }) => kind === 'figure')
  const period = register.fields.find(({ kind }) => kind === 'month')
  const subject = register.fields.find(({ key }) => key === value?.figureOf)
  if (value === undefined || period === undefined || subject?.choices === undefined) {
    throw new Error(`register ${register.id} holds no figures`)
  }
  const source = register.fields.find(({ key }) => key === 'source') ?? null
  return { register, period, subject, value, source, subjects: subject.choices }
}

/** What stands in a cell: the entry of a subject in a period (`2020`, `2020-03`). */
export interface PeriodFigure {
  readonly subject: Choice
  readonly period: string
  /** As typed; `''` where there is none. */
  readonly text: string
  readonly flaw: FieldFlaw | null
}

export interface FigureRow {
  readonly subject: Choice
  /** January to December. */
  readonly months: readonly PeriodFigure[]
  readonly year: PeriodFigure
  /** Sum of the months that can be read; null where no month is filled. */
  readonly monthsSum: string | null
  /** Where its figures of the year are from; `''` where nobody noted it. */
  readonly source: string
  /** Ids of its entries of the year. */
  readonly entries: readonly EntryId[]
  /** Filled for the year and for months of it: the two would be added up. */
  readonly isDouble: boolean
}

const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)

/** The figures of a year, a row for each subject in the register's order. */
export function figureRows(figures: FigureRegister, entries: readonly Entry[], year: number): FigureRow[] {
  const { register, period, subject, value } = figures
  const found = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.binned === null) found.set(`${entry.fields[period.key]}/${entry.fields[subject.key]}`, entry)
  }
  const cellOf = (choice: Choice, at: string): PeriodFigure => {
    const entry = found.get(`${at}/${choice.value}`)
    const text = entry?.fields[value.key]
    if (entry === undefined || typeof text !== 'string') return { subject: choice, period: at, text: '', flaw: null }
    return { subject: choice, period: at, text, flaw: entryFlaws(register, entry).get(value.key) ?? null }
  }
  return figures.subjects.map((choice) => {
    const months = monthsOf(year).map((month) => cellOf(choice, month))
    const own = cellOf(choice, String(year))
    const monthsSum = sumOf(months)
    const ofYear = [own, ...months].flatMap(({ period: at }) => found.get(`${at}/${choice.value}`) ?? [])
    const sources = ofYear.map(({ fields }) => (figures.source === null ? '' : fields[figures.source.key]))
    return {
      subject: choice,
      months,
      year: own,
      monthsSum,
      source: sources.find((text): text is string => typeof text === 'string' && text !== '') ?? '',
      entries: ofYear.map(({ id }) => id),
      isDouble: own.text !== '' && months.some(({ text }) => text !== ''),
    }
  })
}

/** The exact sum of the cells that can be read; null where none is filled. */
export function sumOf(cells: readonly PeriodFigure[]): string | null {
  const filled = cells.filter(({ text }) => text !== '')
  if (filled.length === 0) return null
  const sum = filled.reduce((so, { text, flaw }) => (flaw === null ? so.plus(text) : so), new Big(0))
  return sum.toFixed()
}

/** What a row says of the whole year: what was typed for it, or the sum of its months. */
export function yearFigure({ year, monthsSum }: FigureRow): string {
  return year.text !== '' ? year.text : (monthsSum ?? '')
}

/** Whether a cell is typed into: months of what stands at the year's end would not add up. */
export function isTyped({ subject, months, year, isDouble }: FigureRow, column: number | 'year'): boolean {
  if (column !== 'year') return subject.yearly !== true
  return isDouble || year.text !== '' || months.every(({ text }) => text === '')
}

/** A text for a cell. */
export interface TypedFigure {
  readonly subject: Choice
  readonly period: string
  readonly text: string
  /** Where the subject's figures of the year are from, as noted before. */
  readonly source?: string
}

/** A typed text as the register keeps it: plain digits where it is a number, also with its own unit, else as it is. */
export function plainFigure({ figure }: Choice, text: string): string {
  const kind = figure?.kind ?? 'count'
  return String(readTyped({ kind }, withoutUnit(text, figure?.unit ?? '')) ?? '')
}

export function figureEntryId(unit: string, { register }: FigureRegister, { period, subject }: TypedFigure): EntryId {
  return { unit, register: register.id, entry: `${period}/${subject.value}` }
}

/** What an entry of this figure holds. */
export function figureFields(
  { period, subject, value, source }: FigureRegister,
  typed: TypedFigure,
): Readonly<Record<string, string>> {
  return {
    [period.key]: typed.period,
    [subject.key]: typed.subject.value,
    [value.key]: plainFigure(typed.subject, typed.text),
    ...(source === null || (typed.source ?? '') === '' ? {} : { [source.key]: typed.source ?? '' }),
  }
}

/** The changes that take a figure out of the register: an emptied cell is no entry. */
export async function removedFigure(
  unit: string,
  figures: FigureRegister,
  typed: TypedFigure,
  read: (record: string) => Promise<Groups>,
): Promise<Change[]> {
  const record = entryRecordId(figureEntryId(unit, figures, typed))
  const groups = await read(record)
  return Object.keys(groups).flatMap((group) => setGroup('entry', record, groups, group, null))
}
