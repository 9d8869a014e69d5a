import { useCallback, useMemo } from 'react'
import { cellEdits } from '../../../shared/actions/figure-changes.ts'
import { remarkEdit } from '../../../shared/actions/report-changes.ts'
import type { CellKey, Table } from '../../../shared/catalogue/forms/form.ts'
import { NOT_APPLICABLE } from '../../../shared/model/report/report.ts'
import { sectionTitle } from '../../../shared/steps/documents/report-document.ts'
import { type Checked, useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import type { View } from '../../kit/session/view.ts'
import { CellEntries } from '../../kit/sources/cell-entries.tsx'
import { OfficialTable } from '../../kit/table/official-table.tsx'
import type { CellEdit, FigureAction } from '../../kit/table/table-props.ts'
import { CarriedOver } from './carried-over.tsx'
import { CellSources } from './cell-sources.tsx'
import { TableHeading } from './table-heading.tsx'
import { TableNote } from './table-note.tsx'

/** A table of the form, typed into as it is printed; the desk's sum is shown with its sources instead. */
export function TableSection(props: { table: Table; checked: Checked; view: View & { screen: 'section' } }) {
  const { table, checked, view } = props
  const { layer } = view
  const { form, edit } = useSession()
  const { lastYear } = useReportData()
  const { working } = checked
  const { report, derived } = working
  const isSum = layer === 'total'
  const hasFigures = table.cells.some((key) => {
    const value = report.cells[key] ?? null
    return value !== null && value !== NOT_APPLICABLE
  })
  // Each way here is a request of its own, also to the cell where the clerk was before.
  const focus = useMemo(() => (view.focus === undefined ? null : { key: view.focus }), [view])

  const onEdit = useCallback(
    (edits: readonly CellEdit[], action: FigureAction) =>
      edit(layer, action, (id, groups) => cellEdits(form, id, groups, edits, derived)),
    [edit, layer, form, derived],
  )
  const onRemark = useCallback(
    (key: CellKey, text: string | null) =>
      edit(layer, 'remark', (id, groups) => remarkEdit(id, groups, key, text ?? '')),
    [edit, layer],
  )
  const extra = useCallback(
    (key: CellKey) =>
      isSum ? (
        <CellSources key={key} cellKey={key} />
      ) : (
        <>
          <CarriedOver key={`last|${key}`} cellKey={key} working={working} />
          <CellEntries key={key} cellKey={key} working={working} />
        </>
      ),
    [isSum, working],
  )
  return (
    <div className="table-section">
      <TableHeading
        table={table}
        title={sectionTitle(report, table)}
        layer={layer}
        stated={report.statements.includes(table.id)}
        hasFigures={hasFigures}
        derived={derived}
      />
      <OfficialTable
        form={form}
        table={table}
        working={checked.working}
        findings={checked.findings}
        lastYear={lastYear}
        readOnly={isSum}
        focus={focus}
        onEdit={onEdit}
        onRemark={onRemark}
        renderCellExtra={extra}
      />
      <TableNote table={table.id} layer={layer} note={report.notes[table.id] ?? ''} />
    </div>
  )
}
