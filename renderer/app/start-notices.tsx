import { Alert, Stack } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import type { KeptNotice } from '../../shared/start-notice.ts'
import { startNoticeMessage } from '../../shared/wording/start-notice.ts'
import { desktop } from '../kit/session/desktop.ts'
import { observable } from '../store/observable.ts'

/** What happened before, at or since this start and nobody has read yet. */
export const startNotices = observable<readonly KeptNotice[]>([])

/** Asks the shell for them again: something is new. What it does not answer is said at the next start. */
export async function readNotices(): Promise<void> {
  await desktop.start().then(
    ({ notices }) => startNotices.set(notices),
    () => {},
  )
}

/** Says it on whichever screen there is, until somebody has read it. */
export function StartNotices() {
  const notices = useSyncExternalStore(startNotices.subscribe, startNotices.get)
  if (notices.length === 0) return null
  const read = () => {
    startNotices.set([])
    // What the disk did not take is said again at the next start.
    desktop.dropNotices(notices.map(({ key }) => key)).catch(() => {})
  }
  return (
    <Alert color="orange" withCloseButton closeButtonLabel="知道了" onClose={read} mb="sm">
      <Stack gap={4}>
        {notices.map(({ key, notice }) => (
          <div key={key}>{startNoticeMessage(notice)}</div>
        ))}
      </Stack>
    </Alert>
  )
}
