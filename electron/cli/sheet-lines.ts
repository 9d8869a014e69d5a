import type { RegisterDefinition } from '../../shared/catalogue/registers/register-definition.ts'
import { sheetField } from '../../shared/catalogue/registers/sheet-fields.ts'
import { maskFields } from '../../shared/model/entry/mask.ts'
import { unknownWords } from '../../shared/steps/sheets/cells/unknown-words.ts'
import { hiddenColumnsRead, missingColumns, unknownColumns } from '../../shared/steps/sheets/columns/open-columns.ts'
import { type Proposal, unreadSheets } from '../../shared/steps/sheets/columns/propose-plan.ts'
import type { CheckedRow, CheckedSheet, RowPlace } from '../../shared/steps/sheets/rows/check-rows.ts'

/** What is told of a sheet beside its rows. */
interface SheetNote {
  readonly code: 'hidden-row' | 'hidden-column' | 'left-out' | 'like-row' | 'converted' | 'unread-sheet'
  /** The place, as a spreadsheet names it, and what stands there; the name of a sheet; the heading of a column. */
  readonly detail: string
}

/** What the dialog would ask a person. `column`: an id of the register, of `unknown-column` the heading of the file. */
interface SheetQuestion {
  readonly code: 'unknown-choice' | 'unknown-column' | 'missing-column'
  readonly column: string
  readonly value: string
}

interface SheetSummary {
  readonly rows: number
  readonly passedOver: CheckedSheet['passedOver']
  readonly notes: readonly SheetNote[]
  readonly questions: readonly SheetQuestion[]
}

/** A row as a line. `firstSheet`: the name of the sheet where one alone is read. */
export function rowLine(
  register: RegisterDefinition,
  { row, sheet, fields, personal, stages, leftover, flaws, likeRow }: CheckedRow,
  firstSheet: string | null,
  showPersonal: boolean,
): string {
  const left = sheetField(register, 'leftover')?.key
  const all = left === undefined || leftover.length === 0 ? personal : { ...personal, [left]: leftover.join('\n') }
  return JSON.stringify({
    sheet: firstSheet ?? sheet,
    row,
    fields,
    personal: showPersonal ? all : maskFields(all),
    stages,
    flaws: flaws.map(({ column, code }) => ({ column, code })),
    like: likeRow === null ? null : likeRow.row,
  })
}

interface ReadSheets {
  readonly proposals: readonly Proposal[]
  readonly proposal: Proposal
  readonly checked: CheckedSheet
}

/** What stands behind the rows: how many there are, what was passed over, told and asked. */
export function sheetSummary(register: RegisterDefinition, { proposals, proposal, checked }: ReadSheets): SheetSummary {
  const { rows, passedOver } = checked
  const [firstSheet = ''] = proposal.sheetNames
  const named = ({ sheet, row }: RowPlace): string => [sheet === '' ? firstSheet : sheet, row].join('!')
  const notes: SheetNote[] = [
    ...rows.flatMap((row) => (row.isHidden ? [{ code: 'hidden-row' as const, detail: named(row) }] : [])),
    ...passedOver.flatMap(({ why, ...place }) =>
      why === 'outside' || why === 'other-list' ? [{ code: 'left-out' as const, detail: named(place) }] : [],
    ),
    ...hiddenColumnsRead(proposal, proposal.columns).map((detail) => ({ code: 'hidden-column' as const, detail })),
    ...rows.flatMap((row) =>
      row.likeRow === null ? [] : [{ code: 'like-row' as const, detail: `${named(row)} = ${named(row.likeRow)}` }],
    ),
    ...rows.flatMap((row) =>
      row.converted.map(({ column, text }) => ({
        code: 'converted' as const,
        detail: `${named(row)} ${column} ${text}`,
      })),
    ),
    ...unreadSheets(proposal, proposals).map((detail) => ({ code: 'unread-sheet' as const, detail })),
  ]
  const questions: SheetQuestion[] = [
    ...missingColumns(register, proposal.columns, proposal.given).map(({ id }) => ({
      code: 'missing-column' as const,
      column: id,
      value: '',
    })),
    ...unknownColumns(proposal.fileColumns, proposal.columns, proposal.unitAt).map(({ heading }) => ({
      code: 'unknown-column' as const,
      column: heading,
      value: '',
    })),
    ...unknownWords(register, rows).map(({ column, word }) => ({
      code: 'unknown-choice' as const,
      column,
      value: word,
    })),
  ]
  return {
    rows: rows.length,
    passedOver: passedOver.map((one) => ({ ...one, sheet: one.sheet === '' ? firstSheet : one.sheet })),
    notes,
    questions,
  }
}
