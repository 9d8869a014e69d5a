import type { ReactNode } from 'react'
import type { CellKey, Form, Table } from '../../../shared/catalogue/forms/form.ts'
import type { Finding } from '../../../shared/model/report/finding.ts'
import type { CellValue } from '../../../shared/model/report/report.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import type { FormedReport } from '../../../shared/steps/check/check-equations.ts'

/** One figure as the clerk leaves it: already read, or the text as typed where it could not be read. */
export interface CellEdit {
  readonly key: CellKey
  /** `null` empties the cell; a computed total is then computed again. */
  readonly value: CellValue
}

/** What the clerk did, for the journal and the undo menu. */
export type FigureAction = 'type' | 'paste' | 'cut' | 'clear'

/** Asks the table to go to a cell. Every new object is a new request, also for the same cell. */
export interface FocusRequest {
  readonly key: CellKey
}

/** A printed table that is typed into. It knows no store: figures come in as props and leave through `onEdit`. */
export interface OfficialTableProps {
  readonly form: Form
  readonly table: Table
  readonly working: WorkingReport
  /** All findings of the report, or those of this table: others are left aside. */
  readonly findings: readonly Finding[]
  readonly lastYear?: FormedReport | null
  /** Shows and copies, but takes no figures and no remarks. */
  readonly readOnly?: boolean
  readonly focus?: FocusRequest | null
  /** One call is one action of the clerk, however many figures it sets; they stand in `working` with the next render. */
  readonly onEdit: (edits: readonly CellEdit[], action: FigureAction) => void
  readonly onRemark: (key: CellKey, text: string | null) => void
  /** What a screen has to add to the panel about the focused cell: a source, an adjustment. */
  readonly renderCellExtra?: (key: CellKey) => ReactNode
}
