import { observable } from '../../store/observable.ts'
import type { SheetSource } from './sheet-work.ts'

/** Rows that wait to be imported. */
export interface SheetRequest {
  readonly source: SheetSource
  /** What the clerk knows them by. */
  readonly name: string
  /** Null: the clerk says into which register. */
  readonly register: string | null
}

/** Set by whoever has rows; the window's frame shows the import. Null: nothing waits. */
export const sheetRequest = observable<SheetRequest | null>(null)

/** This import is done with. Another one that came meanwhile stays. */
export function endSheetRequest(request: SheetRequest): void {
  if (sheetRequest.get() === request) sheetRequest.set(null)
}

/** Whether a file is a list to import, by its name: what it really is, is seen when it is read. */
export function isSheetName(name: string): boolean {
  return /\.(xlsx|xlsm|xls|et|csv)$/i.test(name)
}
