import { Alert } from '@mantine/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { notice } from '../kit/session/notice.ts'
import { useSession } from '../kit/session/session.ts'

/** Shows the notice until it is read: closed, or left behind for another screen. */
export function NoticeBar() {
  const text = useSyncExternalStore(notice.subscribe, notice.get)
  const { view } = useSession()
  const shown = useRef({ text, view })
  useEffect(() => {
    const before = shown.current
    shown.current = { text, view }
    // What is said while the screen changes belongs to the new one.
    if (before.view !== view && before.text === text && text !== null) notice.set(null)
  }, [text, view])
  if (text === null) return null
  return (
    <Alert
      color="blue"
      role="status"
      withCloseButton
      closeButtonLabel="知道了"
      p="xs"
      mb="xs"
      onClose={() => notice.set(null)}
    >
      {text}
    </Alert>
  )
}
