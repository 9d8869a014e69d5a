import { lazy, Suspense, useRef, useSyncExternalStore } from 'react'
import { endSheetRequest, sheetRequest } from './sheet-request.ts'

// Seldom used: the window starts without it.
const SheetImport = lazy(async () => ({ default: (await import('./sheet-import.tsx')).SheetImport }))

/** Shows an import where rows wait for one. Stands once in the window's frame. */
export function SheetImportHost() {
  const request = useSyncExternalStore(sheetRequest.subscribe, sheetRequest.get)
  const count = useRef({ of: request, key: 0 })
  if (count.current.of !== request) count.current = { of: request, key: count.current.key + 1 }
  if (request === null) return null
  return (
    <Suspense fallback={null}>
      <SheetImport key={count.current.key} request={request} onEnd={() => endSheetRequest(request)} />
    </Suspense>
  )
}
