import { useRef } from 'react'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import type { CellValue } from '../../../shared/model/report/report.ts'
import type { FigureOrigin } from '../../../shared/model/report/working-report.ts'
import { editOf } from './figure-edit.ts'
import type { CellEdit, FigureAction, OfficialTableProps } from './table-props.ts'

/** The figure that stood in a cell when an edit of it left. */
interface Sent {
  readonly value: CellValue
  readonly origin: FigureOrigin | undefined
}

export interface Edits {
  editOf(key: CellKey, text: string): CellEdit | null
  /** Hands edits out as one action; none is no action. True: there were some. */
  send(edits: readonly CellEdit[], action: FigureAction): boolean
}

/**
 * What texts change. A figure comes back only after it went through the journal; until then a cell is compared with
 * nothing, so that typing the old figure again right away is not taken for no change.
 */
export function useEdits({ form, working, onEdit }: OfficialTableProps): Edits {
  const sent = useRef(new Map<CellKey, Sent>())
  const now = (key: CellKey): Sent => ({
    value: working.report.cells[key] ?? null,
    origin: working.origin.get(key),
  })
  const isOnTheWay = (key: CellKey): boolean => {
    const before = sent.current.get(key)
    const { value, origin } = now(key)
    if (before?.value === value && before.origin === origin) return true
    sent.current.delete(key)
    return false
  }
  return {
    editOf: (key, text) => editOf(form, working, key, text, isOnTheWay(key)),
    send: (edits, action) => {
      if (edits.length === 0) return false
      for (const { key } of edits) sent.current.set(key, now(key))
      onEdit(edits, action)
      return true
    },
  }
}
