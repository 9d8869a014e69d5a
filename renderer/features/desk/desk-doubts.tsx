import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { findingId } from '../../../shared/model/report/finding.ts'
import { findingMessage } from '../../../shared/wording/finding-message.ts'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'

/** What only who sees all units can notice. */
const doubts: ReadonlySet<string> = new Set(['same-unit', 'out-of-proportion'])

/** As many as leave room for the list. */
const MOST_SHOWN = 3

/** At the desk, beside who has sent what: a unit that counts twice, and figures out of all proportion among the units. */
export function DeskDoubts() {
  const { form, go } = useSession()
  const { total } = useReportData()
  const found =
    total?.findings.filter((one) => doubts.has(one.rule) && !total.working.reasons.has(findingId(one))) ?? []
  if (total === null || found.length === 0) return null
  return (
    <Alert color="orange" p="xs" role="status" aria-label="要核对的单位">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={4}>
          {found.slice(0, MOST_SHOWN).map((one) => (
            <Text size="sm" key={findingId(one)}>
              {findingMessage(form, total.working.report, one)}
            </Text>
          ))}
        </Stack>
        <Button size="xs" variant="default" flex="none" onClick={() => go({ screen: 'findings' })}>
          {found.length > MOST_SHOWN ? `在检查里看全部${found.length}处` : '在检查里写明'}
        </Button>
      </Group>
    </Alert>
  )
}
