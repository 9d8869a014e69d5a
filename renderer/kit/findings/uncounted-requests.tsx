import { Alert, Button, Group, Text } from '@mantine/core'
import { isDay } from '../../../shared/calendar/day-number.ts'
import { useOpenRequests } from '../../store/entries/use-entries.ts'
import { useSession } from '../session/session.ts'

/** Requests that may be this year's and are in no figure, for their receipt is not filled in right: said before it is sent. */
export function UncountedRequests() {
  const session = useSession()
  const open = useOpenRequests(session.unit.code) ?? []
  const missing = open.filter(({ entry, facts }) => {
    const { arrived } = entry.fields
    if (facts !== null) return false
    return typeof arrived !== 'string' || !isDay(arrived) || arrived.startsWith(`${session.year}-`)
  })
  if (missing.length === 0) return null
  return (
    <Alert color="orange" p="xs" role="status" aria-label="没有计入的申请">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          依申请公开里有 {missing.length} 件没有填全，还没有计入年报。补上收到日期、方式和申请人类别就会计入；不是
          {session.year}年的可以不管。
        </Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => session.go({ screen: 'register', register: 'requests', flawed: true })}
        >
          去补齐
        </Button>
      </Group>
    </Alert>
  )
}
