import type { ClipboardEvent } from 'react'
import { valueFlaw } from '../../../shared/model/report/figure.ts'
import { formatBlock, formatHtmlBlock } from '../clipboard/clipboard-block.ts'
import { readClipboardBlock } from '../clipboard/read-html-block.ts'
import { copyBlock } from './copy-block.ts'
import { editOf } from './figure-edit.ts'
import type { FigureGrid } from './grid-geometry.ts'
import { pastedMessage, pasteMessage } from './paste-message.ts'
import { placeBlock } from './place-block.ts'
import type { CellEdit, FigureAction, OfficialTableProps } from './table-props.ts'
import type { Selection } from './use-selection.ts'

interface ClipboardHandlers {
  onCopy(event: ClipboardEvent<HTMLElement>): void
  onCut(event: ClipboardEvent<HTMLElement>): void
  onPaste(event: ClipboardEvent<HTMLElement>): void
}

/** While a figure is edited in place, the clipboard works on its text and is left to the browser. */
const isOnText = (target: EventTarget): boolean =>
  target instanceof HTMLElement && (target.dataset.editing !== undefined || target.dataset.cellField === undefined)

/** Copying, cutting and pasting blocks of figures through clipboard events, which need no permission. */
export function useClipboard(
  { form, table, working, readOnly = false }: OfficialTableProps,
  grid: FigureGrid,
  selection: Selection,
  send: (edits: readonly CellEdit[], action: FigureAction) => void,
  notify: (message: string | null) => void,
): ClipboardHandlers {
  const copy = (event: ClipboardEvent<HTMLElement>): boolean => {
    if (isOnText(event.target) || selection.keys.length === 0) return false
    event.preventDefault()
    const rows = copyBlock(grid, selection.keys, working.report.cells)
    event.clipboardData.setData('text/plain', formatBlock(rows))
    event.clipboardData.setData('text/html', formatHtmlBlock(rows))
    return true
  }

  const onCut = (event: ClipboardEvent<HTMLElement>): void => {
    if (!copy(event) || readOnly) return
    send(
      selection.keys.flatMap((key) => editOf(form, working, key, '') ?? []),
      'cut',
    )
  }

  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const start = selection.keys[0]
    if (isOnText(event.target) || start === undefined) return
    event.preventDefault()
    if (readOnly) return
    const rows = readClipboardBlock(event.clipboardData)
    const placed = placeBlock(table.lines, grid, start, selection.keys, rows)
    if (!placed.ok) {
      notify(pasteMessage(placed.problem))
      return
    }
    const pasted = placed.value.flatMap(({ key, text }) => editOf(form, working, key, text) ?? [])
    send(pasted, 'paste')
    const last = placed.value.at(-1)
    if (last !== undefined) selection.select(start, last.key)
    const unreadable = pasted.filter(({ key, value }) => {
      const cell = form.cells.get(key)
      return cell !== undefined && valueFlaw(cell, value) !== null
    })
    notify(unreadable.length > 0 ? pastedMessage(placed.value.length, unreadable.length) : null)
  }

  return { onCopy: (event) => void copy(event), onCut, onPaste }
}
