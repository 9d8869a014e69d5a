import { Stack, Title } from '@mantine/core'
import { reasonEdit } from '../../../shared/actions/report-changes.ts'
import { FindingsList } from '../../kit/findings/findings-list.tsx'
import { UncountedRequests } from '../../kit/findings/uncounted-requests.tsx'
import { useMainReport, useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'

/** Everything that the rules say about the report, causes first, each a click away from its cell. */
export function FindingsScreen() {
  const session = useSession()
  const { lastYear } = useReportData()
  const { working, findings } = useMainReport()
  const { layer } = working.id
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        检查
      </Title>
      {layer === 'own' && <UncountedRequests />}
      <FindingsList
        form={session.form}
        working={working}
        findings={findings}
        lastYear={lastYear}
        onGo={(key) => {
          const table = session.form.cells.get(key)?.table
          if (table !== undefined) session.go({ screen: 'section', section: table, layer, focus: key })
        }}
        onGoSection={(section) => session.go({ screen: 'section', section, layer })}
        onReason={(finding, text) =>
          session.edit(layer, 'reason', (id, groups) => reasonEdit(id, groups, finding, text ?? ''))
        }
      />
    </Stack>
  )
}
