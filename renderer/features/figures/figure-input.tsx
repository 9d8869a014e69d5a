import { Table, Tooltip } from '@mantine/core'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { figureFlawText } from '../../../shared/wording/field-flaw.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'
import { type FigureRow, type PeriodFigure, plainFigure, type TypedFigure, yearFigure } from './figure-grid.ts'
import type { FigureColumn } from './place-figures.ts'

/** One cell of the sheet; a sum of months is shown and not typed into. */
export function FigureInput(props: {
  row: FigureRow
  column: FigureColumn
  /** Its place in the sheet, or null where nothing is typed. */
  place: string | null
  onType(typed: TypedFigure): void
  onKey(event: KeyboardEvent<HTMLInputElement>): void
  onPaste(event: ClipboardEvent<HTMLInputElement>): void
}) {
  const { row, column } = props
  const cell = column === 'year' ? row.year : row.months[column]
  if (cell === undefined) return <Table.Td />
  if (props.place === null) {
    return (
      <Table.Td className="figure-closed" data-figure={`${cell.period}/${row.subject.value}`}>
        {column === 'year' ? yearFigure(row) : ''}
      </Table.Td>
    )
  }
  return <TypedCell {...props} cell={cell} place={props.place} />
}

function TypedCell(props: {
  cell: PeriodFigure
  place: string
  onType(typed: TypedFigure): void
  onKey(event: KeyboardEvent<HTMLInputElement>): void
  onPaste(event: ClipboardEvent<HTMLInputElement>): void
}) {
  const { cell } = props
  const { subject, period } = cell
  const draft = useDraft(cell.text, (text) => {
    if (plainFigure(subject, text) !== cell.text) props.onType({ subject, period, text })
  })
  const name = period.length > 4 ? `${subject.label}，${Number(period.slice(5))}月` : `${subject.label}，全年`
  const field = (
    <input
      className="figure-field"
      inputMode="decimal"
      aria-label={name}
      aria-invalid={cell.flaw !== null}
      data-place={props.place}
      data-figure={`${period}/${subject.value}`}
      value={draft.text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.flush}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft.text !== cell.text) {
          event.preventDefault()
          draft.change(cell.text)
          draft.flush()
        } else props.onKey(event)
      }}
      onPaste={props.onPaste}
    />
  )
  return (
    <Table.Td className={cell.flaw === null ? undefined : 'figure-flawed'}>
      {cell.flaw === null ? (
        field
      ) : (
        <Tooltip label={figureFlawText(cell.flaw)} events={{ hover: true, focus: true, touch: true }}>
          {field}
        </Tooltip>
      )}
    </Table.Td>
  )
}
