import { afterEach, expect, it } from 'vitest'
import {
  endSheetRequest,
  type SheetRequest,
  sheetRequest,
} from '../../../../../renderer/features/sheets/sheet-request.ts'

afterEach(() => sheetRequest.set(null))

const request = (name: string): SheetRequest => ({ source: { kind: 'cells', rows: [] }, name, register: null })

it('an import that ends late lets the one stand that came after it', () => {
  const [first, second] = [request('一'), request('二')]
  sheetRequest.set(first)
  sheetRequest.set(second)
  endSheetRequest(first)
  expect(sheetRequest.get()).toBe(second)
  endSheetRequest(second)
  expect(sheetRequest.get()).toBeNull()
})
