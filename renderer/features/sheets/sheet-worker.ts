import { expose } from 'comlink'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { fetchedBytes } from '../../store/packages/file-bytes.ts'
import { type SheetWork, sheetsWith } from './sheet-work.ts'

/** What the window says to the worker: first the registers, then what is to be done. */
export interface SheetWorker extends SheetWork {
  know(registers: readonly RegisterDefinition[]): void
}

let work: SheetWork | null = null

function knowing(): SheetWork {
  if (work === null) throw new Error('the worker was not told the registers')
  return work
}

const worker: SheetWorker = {
  know(registers) {
    work = sheetsWith(fetchedBytes, registers)
  },
  open: (source) => knowing().open(source),
  propose: (register) => knowing().propose(register),
  check: (...checking) => knowing().check(...checking),
  template: (register) => knowing().template(register),
  export: (order) => knowing().export(order),
}

expose(worker)
