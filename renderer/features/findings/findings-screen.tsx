import { Stack, Title } from '@mantine/core'
import { reasonEdit } from '../../../shared/actions/report-changes.ts'
import { FindingsList } from '../../kit/findings/findings-list.tsx'
import { UncountedEntries } from '../../kit/findings/uncounted-entries.tsx'
import { viewOfPlace } from '../../kit/session/place-view.ts'
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
      {layer === 'own' && <UncountedEntries />}
      <FindingsList
        form={session.form}
        working={working}
        findings={findings}
        lastYear={lastYear}
        onGo={(place) => {
          const view = viewOfPlace(session.form, layer, place)
          if (view !== null) session.go(view)
        }}
        onReason={(finding, text) =>
          session.edit(layer, 'reason', (id, groups) => reasonEdit(id, groups, finding, text ?? ''))
        }
      />
    </Stack>
  )
}
