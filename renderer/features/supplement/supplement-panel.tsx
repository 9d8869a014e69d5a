import { Stack, Text } from '@mantine/core'
import { dropSupplementOverride } from '../../../shared/actions/report-changes.ts'
import { supplementName } from '../../../shared/catalogue/forms/cell-name.ts'
import { workingFindingMessage } from '../../../shared/wording/working-finding.ts'
import type { Checked } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { EntryList } from '../../kit/sources/cell-entries.tsx'
import { OverrideForm } from '../../kit/sources/override-form.tsx'

/** What there is to say about the chosen figure: what is wrong, what was typed over, the entries behind it. */
export function SupplementPanel({ figure, checked }: { figure: string | null; checked: Checked }) {
  const { form, edit } = useSession()
  const { working, findings } = checked
  if (figure === null) return null
  const counted = working.derived?.supplement[figure]
  const wrong = findings.filter(({ place }) => place.kind === 'supplement' && place.figure === figure)
  return (
    <Stack gap={4} className="supplement-panel" role="complementary" aria-label="这个数字的说明">
      <Text size="sm" fw={600}>
        {supplementName(form, figure)}
      </Text>
      {wrong.map((finding) => (
        <Text size="sm" c="red.8" key={finding.rule}>
          {workingFindingMessage(form, working, finding, null)}
        </Text>
      ))}
      {counted !== undefined && working.supplementOrigin?.get(figure) === 'adjusted' && (
        <OverrideForm
          key={figure}
          figure={figure}
          working={working}
          typed={working.report.supplement[figure] ?? null}
          counted={counted}
          onDrop={() => edit('own', 'drop-override', (id, groups) => dropSupplementOverride(id, groups, figure))}
        />
      )}
      {counted === undefined ? (
        <Text size="sm" c="dimmed">
          没有对应台账，请直接填写。
        </Text>
      ) : (
        <EntryList key={`entries|${figure}`} figure={figure} />
      )}
    </Stack>
  )
}
