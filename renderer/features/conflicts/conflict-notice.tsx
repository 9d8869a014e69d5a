import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import { conflictPlace, conflictValue, conflictWriter } from '../../../shared/wording/conflict.ts'
import { useSession } from '../../kit/session/session.ts'
import { readConflicts, type StandingConflict } from '../../store/conflicts/read-conflicts.ts'
import { settleConflict } from '../../store/conflicts/settle-conflict.ts'
import { useStore } from '../../store/store-context.ts'
import { useKeyedLiveQuery } from '../../store/use-keyed-live-query.ts'

/** Says that two PCs wrote different things, until a person chose in each place. Stands once in the window's frame. */
export function ConflictNotice() {
  const { database } = useStore()
  const conflicts = useKeyedLiveQuery('conflicts', () => readConflicts(database))
  const [isOpen, setOpen] = useState(false)
  if (conflicts === undefined || conflicts.length === 0) return null
  return (
    <Alert color="orange" role="alert" aria-label="两台电脑填得不一样" mb="xs">
      <Group justify="space-between">
        <Text size="sm">有{conflicts.length}处，两台电脑填得不一样。两个都留着，现在用的是后填的那个。</Text>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          看看是哪几处
        </Button>
      </Group>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="两台电脑填得不一样" size="lg">
        <Stack gap="md">
          {conflicts.map((conflict) => (
            <ConflictPart key={`${conflict.entity} ${conflict.record} ${conflict.group}`} conflict={conflict} />
          ))}
        </Stack>
      </Modal>
    </Alert>
  )
}

function ConflictPart({ conflict }: { conflict: StandingConflict }) {
  const { start } = useStore()
  const session = useSession()
  return (
    <section aria-label={conflictPlace(conflict)}>
      <Text fw={600}>{conflictPlace(conflict)}</Text>
      {conflict.values.map((one) => (
        <Group key={canonicalJson(one.value)} justify="space-between" wrap="nowrap">
          <Text size="sm">
            {conflictValue(one.value)}（{conflictWriter(one, start.device)}）
          </Text>
          <Button size="xs" variant="default" onClick={() => void session.act(settleConflict(conflict, one.value))}>
            用这个
          </Button>
        </Group>
      ))}
    </section>
  )
}
