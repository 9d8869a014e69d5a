import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { type Finding, findingId, goalOf } from '../../../shared/model/report/finding.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { workingFindingMessage } from '../../../shared/wording/working-finding.ts'
import { viewOfPlace } from '../session/place-view.ts'
import { useSession } from '../session/session.ts'

/** Rules that tell what was not filled in, with what the way there is called. */
const ways: Readonly<Record<string, string>> = {
  'empty-table': '去填写',
  'blank-cells': '到第一个空格',
  'missing-section': '去填写',
}

/** What is still empty or half filled in a report that is about to go out: a line each, with the way there. */
export function Incomplete({ working, findings }: { working: WorkingReport; findings: readonly Finding[] }) {
  const { form, go } = useSession()
  const open = findings.filter(({ rule }) => rule in ways)
  if (open.length === 0) return null
  return (
    <Alert color="orange" title="未填完的部分" role="status" aria-label="未填完的部分">
      <Stack gap={6}>
        {open.map((finding) => {
          const view = viewOfPlace(form, working.id.layer, goalOf(finding))
          return (
            <Group key={findingId(finding)} justify="space-between" wrap="nowrap">
              <Text size="sm">{workingFindingMessage(form, working, finding, null)}</Text>
              {view !== null && (
                <Button size="xs" variant="default" flex="none" onClick={() => go(view)}>
                  {ways[finding.rule]}
                </Button>
              )}
            </Group>
          )
        })}
      </Stack>
    </Alert>
  )
}
