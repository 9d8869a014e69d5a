import './official-table.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import { foldFindings } from '../../../shared/steps/check/causes.ts'
import { findingsOf, markedCells } from './cell-marks.ts'
import { CellMessage } from './cell-message.tsx'
import type { CellActions } from './figure-cell.tsx'
import { editOf } from './figure-edit.ts'
import { figureGrid } from './grid-geometry.ts'
import { type Position, positionAt, step } from './grid-moves.ts'
import type { Command } from './key-command.ts'
import type { CellEdit, FigureAction, OfficialTableProps } from './table-props.ts'
import { TableSheet } from './table-sheet.tsx'
import { useClipboard } from './use-clipboard.ts'
import { useFrozenHeads } from './use-frozen-heads.ts'
import { useMouseSelection } from './use-mouse-selection.ts'
import { useSelection } from './use-selection.ts'
import { useStable } from './use-stable.ts'

/**
 * A table of the official form, typed into as it is printed. Fills the height that it is given and scrolls inside;
 * beside it, or under it where the window is narrow, a panel says what there is to say about the focused figure.
 */
export function OfficialTable(props: OfficialTableProps) {
  const { unit, year, layer } = props.working.id
  // Another table or report starts afresh: no half-typed figure of one is left standing in the other.
  return <TableFrame key={[unit, year, layer, props.form.id, props.table.id].join('|')} {...props} />
}

function TableFrame(props: OfficialTableProps) {
  const { form, table, working, findings, readOnly = false, focus } = props
  const grid = useMemo(() => figureGrid(table.lines), [table])
  const selection = useSelection(grid)
  const [notice, setNotice] = useState<string | null>(null)
  const [remarkOpen, setRemarkOpen] = useState(false)
  const region = useRef<HTMLDivElement>(null)
  const target = useRef<Position | null>(null)
  /** Hands edits out as one action; none is no action. */
  const send = (edits: readonly CellEdit[], action: FigureAction): void => {
    if (edits.length > 0) props.onEdit(edits, action)
  }
  const clipboard = useClipboard(props, grid, selection, send, setNotice)
  useFrozenHeads(region, table.id)

  const currentKey = selection.current?.key ?? null
  const marks = useMemo(() => markedCells(foldFindings(form, findings)), [form, findings])
  const own = useMemo(() => (currentKey === null ? [] : findingsOf(currentKey, findings)), [currentKey, findings])
  const related = useMemo(() => new Set(own.flatMap(({ cells }) => (cells.length > 1 ? cells : []))), [own])
  const selected = useMemo(() => new Set(selection.isBlock ? selection.keys : []), [selection])

  const show = (key: CellKey): HTMLElement | null => {
    const box = region.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`) ?? null
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return box
  }
  const go = (to: Position): void => {
    target.current = to
    show(to.key)?.querySelector('input')?.focus({ preventScroll: true })
  }

  const mouse = useMouseSelection(grid, selection, go)

  const run = (key: CellKey, command: Command): boolean => {
    switch (command.do) {
      case 'move': {
        const from = selection.current?.key === key ? selection.current : positionAt(grid, key)
        const to = from === null ? null : step(grid, from, command.move, pageLines(region.current))
        if (to !== null) go(to)
        // Tab leaves the table after its last figure and before its first.
        return to !== null || (command.move !== 'next' && command.move !== 'previous')
      }
      case 'extend': {
        const reached = selection.extendBy(command.move)
        if (reached !== null) show(reached)
        return true
      }
      case 'select-all': {
        const [first] = grid.order
        const last = grid.order.at(-1)
        if (first !== undefined && last !== undefined) {
          go({ key: first, column: 0 })
          selection.select(first, last)
        }
        return true
      }
      case 'clear': {
        if (readOnly) return true
        send(
          selection.keys.flatMap((each) => editOf(form, working, each, '') ?? []),
          'clear',
        )
        setNotice(null)
        return true
      }
      case 'restore': {
        // Where there is nothing to let go of, the key leads back from the screen.
        const isHeld = selection.isBlock || notice !== null
        selection.collapse()
        setNotice(null)
        return isHeld
      }
      case 'remark':
        if (!readOnly) setRemarkOpen(true)
        return true
      default:
        return false
    }
  }

  const actions = useStable<CellActions>({
    focused: (key) => {
      const to = target.current?.key === key ? target.current : positionAt(grid, key)
      target.current = null
      if (to !== null) selection.goTo(to)
      setNotice(null)
      setRemarkOpen(false)
    },
    typed: (key, text) => {
      const edit = editOf(form, working, key, text)
      send(edit === null ? [] : [edit], 'type')
    },
    command: run,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is carried out once, not again when figures change
  useEffect(() => {
    const to = focus ? positionAt(grid, focus.key) : null
    if (to !== null) go(to)
  }, [focus, grid])

  return (
    <div className="ot-frame">
      <div className="ot-layout">
        <div
          className="ot-region"
          ref={region}
          data-visited={currentKey !== null || undefined}
          {...mouse}
          {...clipboard}
        >
          <TableSheet
            form={form}
            table={table}
            working={working}
            marks={marks}
            related={related}
            selected={selected}
            tabbable={currentKey ?? grid.order[0]}
            readOnly={readOnly}
            actions={actions}
          />
        </div>
        <CellMessage
          form={form}
          working={working}
          lastYear={props.lastYear ?? null}
          cellKey={currentKey}
          findings={own}
          notice={notice}
          readOnly={readOnly}
          remarkOpen={remarkOpen}
          onRemarkOpen={() => setRemarkOpen(true)}
          onRemark={(text) => {
            if (currentKey !== null && text !== undefined) props.onRemark(currentKey, text)
            setRemarkOpen(false)
            if (selection.current !== null) go(selection.current)
          }}
          extra={currentKey === null ? null : props.renderCellExtra?.(currentKey)}
        />
      </div>
    </div>
  )
}

function pageLines(region: HTMLElement | null): number {
  const line = region?.querySelector('.ot-figure')?.clientHeight ?? 0
  return region === null || line === 0 ? 8 : Math.max(1, Math.floor(region.clientHeight / line) - 5)
}
