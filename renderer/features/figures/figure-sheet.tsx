import { Checkbox, Table, Text } from '@mantine/core'
import { type ClipboardEvent, Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { figuresKey, keptIn, subjectGroup } from '../../../shared/model/unit/kept-registers.ts'
import { readClipboardBlock } from '../../kit/clipboard/read-html-block.ts'
import { notice } from '../../kit/session/notice.ts'
import { useSession } from '../../kit/session/session.ts'
import { keepRegister } from '../../store/entries/entry-actions.ts'
import { useKept } from '../../store/entries/use-entries.ts'
import { type FigureRow, isTyped, type TypedFigure } from './figure-grid.ts'
import { type FigureGroup, groupSum } from './figure-groups.ts'
import { FigureInput } from './figure-input.tsx'
import { FigureSource } from './figure-source.tsx'
import { type FigureColumn, placeFigures } from './place-figures.ts'
import { placeProblemText } from './place-problem-text.ts'
import './figure-sheet.css'

interface FigureSheetProps {
  readonly label: string
  readonly groups: readonly FigureGroup[]
  readonly columns: readonly FigureColumn[]
  /** Over the column that stands for the whole year. */
  readonly yearLabel: string
  /** A box in front of each group of subjects says whether it is kept. */
  readonly showsKept: boolean
  /** The figure that is gone to at first: `2025/publications.website`. */
  readonly focus?: string | null
  /** `unknown`: names that were pasted too and are no subject's. */
  onPut(typed: readonly TypedFigure[], action: 'type' | 'paste', unknown?: readonly string[]): void
  /** Notes where a subject's figures of the year are from; absent: nobody asks. */
  onSource?(row: FigureRow, text: string): void
}

/** Figures typed like a sheet: arrows and Enter walk, a block from Excel is pasted as one action. */
export function FigureSheet({
  label,
  groups,
  columns,
  yearLabel,
  showsKept,
  focus: first,
  onPut,
  onSource,
}: FigureSheetProps) {
  const sheet = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (!first) {
      // Who comes by the keyboard types at once.
      if (document.activeElement === document.body) sheet.current?.querySelector<HTMLElement>('[data-place]')?.focus()
      return
    }
    const place = sheet.current?.querySelector<HTMLElement>(`[data-figure="${CSS.escape(first)}"]`)
    // A sum of months is not typed into: its row is gone to.
    const field = place?.tagName === 'INPUT' ? place : place?.closest('tr')?.querySelector('input')
    field?.focus()
  }, [first])
  const rows = groups.flatMap((group) => group.rows)
  const focus = (row: number, column: number, by: { down: number; right: number }): boolean => {
    // Cells that are not typed into are stepped over.
    let [line, place] = [row + by.down, column + by.right]
    while (line >= 0 && line < rows.length && place >= 0 && place < columns.length) {
      const field = sheet.current?.querySelector<HTMLInputElement>(`[data-place="${line}/${place}"]`)
      if (field) {
        field.focus()
        return true
      }
      line += by.down
      place += by.right
    }
    return false
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const { key, shiftKey, currentTarget: field } = event
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length
    const steps: Record<string, { down: number; right: number } | false> = {
      Enter: { down: shiftKey ? -1 : 1, right: 0 },
      ArrowDown: { down: 1, right: 0 },
      ArrowUp: { down: -1, right: 0 },
      ArrowRight: (isWhole || field.selectionStart === field.value.length) && { down: 0, right: 1 },
      ArrowLeft: (isWhole || field.selectionEnd === 0) && { down: 0, right: -1 },
    }
    const by = steps[key]
    if (!by) return
    event.preventDefault()
    // At the edge of the sheet the figure is kept all the same.
    if (!focus(row, column, by)) {
      field.blur()
      field.focus()
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const block = readClipboardBlock(event.clipboardData)
    if (block.length === 1 && block[0]?.length === 1) return
    event.preventDefault()
    const placed = placeFigures(rows, columns, { row, column }, block)
    if (placed.ok) onPut(placed.value.figures, 'paste', placed.value.unknown)
    else notice.set(placeProblemText(placed.problem))
  }
  let line = -1
  return (
    <div className="figure-sheet">
      <Table ref={sheet} role="grid" aria-label={label} withColumnBorders stickyHeader verticalSpacing={0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>项目</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} className={column === 'year' ? 'figure-year' : 'figure-month'}>
                {column === 'year' ? yearLabel : `${column + 1}月`}
              </Table.Th>
            ))}
            <Table.Th>单位</Table.Th>
            {onSource !== undefined && <Table.Th>数据出处</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Fragment key={group.label}>
              <Table.Tr className="figure-heading">
                <Table.Th colSpan={columns.length + (onSource === undefined ? 2 : 3)} scope="rowgroup">
                  {group.label}
                  {showsKept && <KeptBoxes rows={group.rows} />}
                </Table.Th>
              </Table.Tr>
              {group.rows.map((row) => {
                line += 1
                const at = line
                return (
                  <Table.Tr key={row.subject.value}>
                    <Table.Th scope="row">{row.subject.label}</Table.Th>
                    {columns.map((column, place) => (
                      <FigureInput
                        key={column}
                        row={row}
                        column={column}
                        place={isTyped(row, column) ? `${at}/${place}` : null}
                        onType={(typed) => onPut([typed], 'type')}
                        onKey={(event) => onKey(event, at, place)}
                        onPaste={(event) => onPaste(event, at, place)}
                      />
                    ))}
                    <Table.Td className="figure-unit">{row.subject.figure?.unit}</Table.Td>
                    {onSource !== undefined && <FigureSource row={row} onSource={onSource} />}
                  </Table.Tr>
                )
              })}
              {group.hasSum && (
                <Table.Tr className="figure-sum">
                  <Table.Th scope="row">合计</Table.Th>
                  {columns.map((column) => (
                    <Table.Td key={column} data-sum={column}>
                      {groupSum(group, column)}
                    </Table.Td>
                  ))}
                  <Table.Td />
                  {onSource !== undefined && <Table.Td />}
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** Which subjects of a heading are written down here: only those give figures to the report. */
function KeptBoxes({ rows }: { rows: readonly FigureRow[] }) {
  const session = useSession()
  const kept = useKept(session.unit.code)
  if (kept === undefined) return null
  const now = keptIn(kept, session.year)
  const names = [...new Set(rows.map(({ subject }) => subjectGroup(subject.value)))]
  const keys = names.map(figuresKey)
  const isAll = keys.every((key) => now.has(key))
  const change = (isKept: boolean) => {
    for (const key of keys) void session.act(keepRegister(session.unit.code, key, isKept ? session.year : null))
  }
  return (
    <Checkbox
      className="figure-kept"
      size="xs"
      checked={isAll}
      indeterminate={!isAll && keys.some((key) => now.has(key))}
      label={
        <Text span size="xs" c="dimmed">
          勾选后本类数字从这里取，未填的按0计算
        </Text>
      }
      onChange={(event) => change(event.currentTarget.checked)}
    />
  )
}
