import { useEffect } from 'react'
import { desktop } from '../kit/session/desktop.ts'
import { notice } from '../kit/session/notice.ts'
import { askToOpen } from '../kit/session/open-request.ts'
import { useSession } from '../kit/session/session.ts'
import { readNotices } from './start-notices.tsx'
import { useUndo } from './use-undo.ts'

/** A field whose own text has changed keeps Ctrl+Z for itself. */
function typesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.tagName === 'TEXTAREA' || (target.tagName === 'INPUT' && !target.closest('[role="grid"]')))
  )
}

/** Ctrl+Z, Ctrl+Y, Ctrl+O, Ctrl+P and the native menu's commands. */
export function useShortcuts(): void {
  const session = useSession()
  const steps = useUndo()
  useEffect(() => {
    const run = {
      undo: () => void steps.undo(),
      redo: () => void steps.redo(),
      open: () => askToOpen('files'),
      print: () => session.go({ screen: 'print' }),
    }
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const command =
        key === 'z' && !event.shiftKey
          ? 'undo'
          : key === 'y' || (key === 'z' && event.shiftKey)
            ? 'redo'
            : key === 'o'
              ? 'open'
              : key === 'p'
                ? 'print'
                : null
      if (command === null || event.defaultPrevented) return
      if ((command === 'undo' || command === 'redo') && typesText(event.target)) return
      event.preventDefault()
      run[command]()
    }
    window.addEventListener('keydown', onKey)
    const leaveMenu = desktop.onCommand((command) => {
      if (command === 'undo' || command === 'redo' || command === 'open' || command === 'print') run[command]()
      if (command === 'started-again') notice.set('本程序已经打开，请在此窗口继续填报。')
      if (command === 'notices') void readNotices()
      if (command === 'settings' || command === 'about') session.go({ screen: 'unit' })
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      leaveMenu()
    }
  }, [steps, session])
}
