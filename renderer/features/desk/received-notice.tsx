import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { missingFilesMessage, receivedWords, unlistedFilesMessage } from '../../../shared/wording/received-files.ts'
import { addOpenedFiles } from '../../kit/session/open-request.ts'
import { checkReceived, receivedFound } from '../../store/packages/received-check.ts'
import { useStore } from '../../store/store-context.ts'

/** Asked at the latest after this time, in milliseconds, also where the window always has something to do. */
const SOON = 5000

/**
 * Says that received files are missing or damaged, and offers those that were never taken in. Looked once the window has
 * nothing else to do; stands once in the window's frame, until it is put away or mended.
 */
export function ReceivedNotice() {
  const store = useStore()
  const found = useSyncExternalStore(receivedFound.subscribe, receivedFound.get)
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    const asked = requestIdleCallback(() => void checkReceived(store), { timeout: SOON })
    return () => cancelIdleCallback(asked)
  }, [store])
  if (found === null || isRead) return null
  const { missing, unlisted, savedAs } = found
  if (missing.length + unlisted.length === 0) return null
  return (
    <Alert
      color="orange"
      role="alert"
      aria-label={receivedWords.title}
      withCloseButton
      closeButtonLabel={receivedWords.close}
      onClose={() => setRead(true)}
      mb="xs"
    >
      <Stack gap="xs">
        {missing.length > 0 && <Text size="sm">{missingFilesMessage(missing, savedAs)}</Text>}
        {unlisted.length > 0 && (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{unlistedFilesMessage(unlisted.length)}</Text>
            <Button size="xs" variant="default" flex="none" onClick={() => addOpenedFiles(unlisted)}>
              {receivedWords.list}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  )
}
