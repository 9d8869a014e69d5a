import { useId, useMemo } from 'react'
import type { CellKey, Form, GridBox, Table } from '../../../shared/catalogue/forms/form.ts'
import { type PlacedBox, placeBoxes } from '../../../shared/catalogue/forms/place-boxes.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import type { CellMark } from './cell-marks.ts'
import { type CellActions, FigureCell } from './figure-cell.tsx'
import { LabelBox } from './label-box.tsx'

interface TableSheetProps {
  readonly form: Form
  readonly table: Table
  readonly working: WorkingReport
  readonly marks: ReadonlyMap<CellKey, CellMark>
  readonly related: ReadonlySet<CellKey>
  readonly selected: ReadonlySet<CellKey>
  readonly tabbable: CellKey | undefined
  readonly readOnly: boolean
  readonly actions: CellActions
}

/** The lines of the printed form. */
export function TableSheet({ form, table, working, marks, related, selected, ...rest }: TableSheetProps) {
  const { tabbable, readOnly, actions } = rest
  const placed = useMemo(() => placeBoxes(table.lines), [table])
  const levels = useMemo(() => headLevels(table), [table])
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const offsetOf = (column: number): number =>
    table.widths.slice(0, column).reduce((sum, width) => sum + width, 0) / total

  const own = useId()
  const lineForm = (line: number): string => `${own}${line}`

  const renderBox = ({ box, line, column }: PlacedBox<GridBox>) => {
    if (box.kind === 'label') {
      const label = placed[line]?.find((other): other is PlacedBox<typeof box> => other.box === box)
      return label && <LabelBox key={column} placed={label} level={levels[line] ?? null} offset={offsetOf(column)} />
    }
    const cell = form.cells.get(box.key)
    if (cell === undefined) return null
    return (
      <FigureCell
        key={column}
        cell={cell}
        lineForm={lineForm(line)}
        colSpan={box.colSpan}
        rowSpan={box.rowSpan}
        value={working.report.cells[box.key] ?? null}
        origin={working.origin.get(box.key)}
        mark={marks.get(box.key)}
        related={related.has(box.key)}
        remark={working.report.remarks[box.key]}
        adjustedWhy={working.adjustments.get(box.key)?.reason}
        tabbable={tabbable === box.key}
        selected={selected.has(box.key)}
        readOnly={readOnly}
        actions={actions}
      />
    )
  }

  return (
    <>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the printed table is an ARIA grid
        role="grid"
        className="ot-sheet"
        data-table={table.id}
        aria-label={`${table.numeral}、${table.title}`}
        aria-multiselectable="true"
        aria-readonly={readOnly || undefined}
        style={{ minWidth: `${table.widths.length * 54 + (hasRowLabels(table) ? 120 : 0)}px` }}
      >
        <colgroup>
          {table.widths.map((width, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
            <col key={i} style={{ width: `${(100 * width) / total}%` }} />
          ))}
        </colgroup>
        <tbody>
          {table.lines.map(({ kind }, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a form's lines have no other name and never move
            <tr key={line} data-kind={kind}>
              {placed[line]?.map(renderBox)}
            </tr>
          ))}
        </tbody>
      </table>
      {/* Chromium looks through all fields of a form when one of them gets the focus, and takes a page's loose fields for
        one form: 4 ms with each key in a table of 175. So each line is a form of its own, which is never sent. */}
      {table.lines.map((_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a form's lines have no other name and never move
        <form key={line} id={lineForm(line)} hidden onSubmit={(event) => event.preventDefault()} />
      ))}
    </>
  )
}

/** Rows without labels of their own need no room for them. */
function hasRowLabels({ lines }: Table): boolean {
  return lines.some(({ kind, boxes }) => kind === 'body' && boxes[0]?.kind === 'label')
}

/** For each head line how many head lines stand right above it; null for lines of figures. */
function headLevels({ lines }: Table): (number | null)[] {
  let level = 0
  return lines.map(({ kind }) => {
    if (kind === 'body') level = 0
    return kind === 'head' ? level++ : null
  })
}
