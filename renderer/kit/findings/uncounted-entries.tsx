import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useFlawedOf } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { useSession } from '../session/session.ts'

/** Entries of which something may be missing in this year's figures, register by register: said before it is sent. */
export function UncountedEntries() {
  const session = useSession()
  const { registers } = useStore().catalogue
  const flawed = useFlawedOf(session.unit.code, session.year) ?? new Map<string, number>()
  if (flawed.size === 0) return null
  return (
    <Alert color="orange" p="xs" role="status" aria-label="没有计入的内容">
      <Stack gap={6}>
        {registers.map(({ id, label, unit }) => {
          const count = flawed.get(id)
          if (count === undefined) return null
          return (
            <Group key={id} justify="space-between" wrap="nowrap">
              <Text size="sm">
                {label}里有{count}
                {unit}
                未填全、读不出来、导入时没对上或者不合该年度的表式，这些内容改正前不计入年报。请补齐或改正；不属于
                {session.year}年度的不用处理。
              </Text>
              <Button
                size="xs"
                variant="default"
                flex="none"
                onClick={() => session.go({ screen: 'register', register: id, flawed: true })}
              >
                去补齐
              </Button>
            </Group>
          )
        })}
      </Stack>
    </Alert>
  )
}
