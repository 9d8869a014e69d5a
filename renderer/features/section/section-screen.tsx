import { Stack, Title } from '@mantine/core'
import { isNarrativeKey, type NarrativeKey } from '../../../shared/model/report/report.ts'
import { useLayer } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import type { View } from '../../kit/session/view.ts'
import { TableSection } from './table-section.tsx'
import { TextSection } from './text-section.tsx'

const hints: Record<NarrativeKey, string> = {
  preface: '',
  overview: '一段一行。',
  problems: '写清存在的主要问题和改进措施，一段一行。',
  other: '没有其他事项的写“无”。收取信息处理费的情况在这里报告。',
}

/** How a sub-heading is written, by the first that the form has for the section. */
const headingHint = ([first]: readonly string[] = []): string =>
  first === undefined ? '' : `小标题单独成行，写成“（一）${first}”。`

/** One section of the report: a table to fill, or a text to write. */
export function SectionScreen({ view }: { view: View & { screen: 'section' } }) {
  const { form } = useSession()
  const checked = useLayer(view.layer)
  const section = form.definition.sections.find(({ id }) => id === view.section)
  const table = form.tables.find(({ id }) => id === view.section)
  if (section === undefined) return null
  if (table !== undefined) {
    return <TableSection table={table} checked={checked} view={view} />
  }
  if (!isNarrativeKey(section.id)) return null
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {section.numeral}、{section.title}
      </Title>
      <TextSection
        working={checked.working}
        textKey={section.id}
        label={section.title}
        headings={section.headings ?? []}
        hint={`${hints[section.id]}${headingHint(section.headings)}`}
      />
    </Stack>
  )
}
