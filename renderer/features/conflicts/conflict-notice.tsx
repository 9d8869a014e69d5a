import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { conflictWords } from '../../../shared/wording/conflict.ts'
import { readConflicts } from '../../store/conflicts/read-conflicts.ts'
import { useStore } from '../../store/store-context.ts'
import { useKeyedLiveQuery } from '../../store/use-keyed-live-query.ts'
import { ConflictChoice } from './conflict-choice.tsx'

/** Says that different values stand somewhere, until a person chose in each place. Stands once in the window's frame. */
export function ConflictNotice() {
  const { database } = useStore()
  const conflicts = useKeyedLiveQuery('conflicts', () => readConflicts(database))
  const [isOpen, setOpen] = useState(false)
  if (conflicts === undefined || conflicts.length === 0) return null
  return (
    <Alert color="orange" role="alert" aria-label={conflictWords.title} mb="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{conflictWords.summary(conflicts.length)}</Text>
        <Button size="xs" variant="default" flex="none" onClick={() => setOpen(true)}>
          {conflictWords.look}
        </Button>
      </Group>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={conflictWords.title} size="lg">
        <Stack gap="md">
          {conflicts.map((conflict) => (
            <ConflictChoice key={`${conflict.entity} ${conflict.record} ${conflict.group}`} conflict={conflict} />
          ))}
        </Stack>
      </Modal>
    </Alert>
  )
}
