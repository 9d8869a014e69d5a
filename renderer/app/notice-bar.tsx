import { Alert } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { notice } from './notice.ts'

/** Shows the notice until it is read. */
export function NoticeBar() {
  const text = useSyncExternalStore(notice.subscribe, notice.get)
  if (text === null) return null
  return (
    <Alert
      color="blue"
      role="status"
      withCloseButton
      closeButtonLabel="知道了"
      mb="sm"
      onClose={() => notice.set(null)}
    >
      {text}
    </Alert>
  )
}
