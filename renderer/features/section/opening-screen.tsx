import { Group, Radio, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { blankEdit, signOffEdit, titleEdit } from '../../../shared/actions/report-changes.ts'
import { type SignOff, titleKeys } from '../../../shared/model/report/report.ts'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { signOffName } from '../../../shared/model/unit/unit-record.ts'
import { readTexts } from '../../../shared/steps/aggregate/read-working-report.ts'
import { limited } from '../../kit/fields/limited.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'
import { useSession } from '../../kit/session/session.ts'
import { DateField } from './date-field.tsx'
import { TextSection } from './text-section.tsx'

type Blank = '' | '0' | '/'
const blanks: { value: Blank; label: string }[] = [
  { value: '', label: '空白' },
  { value: '0', label: '0' },
  { value: '/', label: '/' },
]
const isBlank = (value: string): value is Blank => value === '' || value === '0' || value === '/'

/** What stands around the sections: preface, sign-off, titles, and how an empty cell is printed. */
export function OpeningScreen({ working }: { working: WorkingReport }) {
  const session = useSession()
  const { layer } = working.id
  const { presentation } = working.report
  const signOff: SignOff = presentation.signOff ?? { unit: '', date: '' }
  const setSignOff = (part: Partial<SignOff>) =>
    session.edit(layer, 'sign-off', (id, groups) => {
      const before = readTexts(session.form, groups).presentation.signOff
      const next = { ...(before ?? { unit: signOffName(session.unit), date: '' }), ...part }
      return signOffEdit(id, groups, next.unit === '' && next.date === '' ? null : next)
    })
  const unitName = useDraft(signOff.unit, (unit) => setSignOff({ unit }))
  const [first] = session.form.definition.sections
  const before = first === undefined ? '' : `印在“${first.numeral}、${first.title}”之前：`
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        前言、落款和版式
      </Title>
      <TextSection
        working={working}
        textKey="preface"
        label="前言"
        showLabel
        headings={[]}
        minRows={5}
        hint={`${before}编制依据、统计期限、公布的网址和联系方式。`}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label="落款单位"
          placeholder={`例如：${signOffName(session.unit)}`}
          {...limited(unitName.text, textLimits.title)}
          value={unitName.text}
          onChange={(event) => unitName.change(event.currentTarget.value)}
          onBlur={unitName.flush}
        />
        <DateField label="落款日期" value={signOff.date} onChange={(date) => setSignOff({ date })} />
      </SimpleGrid>
      <Radio.Group
        label="空白单元格打印为"
        value={presentation.blank ?? session.form.definition.blank}
        onChange={(value) =>
          isBlank(value) && session.edit(layer, 'set-blank', (id, groups) => blankEdit(id, groups, value))
        }
      >
        <Group mt={4}>
          {blanks.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
      <div>
        <Text size="sm" fw={500}>
          各部分标题
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          一般不用改；清空后恢复为全国统一的标题。
        </Text>
        <Stack gap={6}>
          {titleKeys.map((section) => (
            <SectionTitle key={section} working={working} section={section} />
          ))}
        </Stack>
      </div>
    </Stack>
  )
}

function SectionTitle({ working, section }: { working: WorkingReport; section: (typeof titleKeys)[number] }) {
  const session = useSession()
  const official = session.form.definition.sections.find(({ id }) => id === section)
  const draft = useDraft(working.report.presentation.titles[section] ?? '', (text) =>
    session.edit(working.id.layer, 'set-title', (id, groups) => titleEdit(session.form, id, groups, section, text)),
  )
  if (official === undefined) return null
  return (
    <TextInput
      size="xs"
      aria-label={`第${official.numeral}部分标题`}
      leftSectionWidth={40}
      leftSection={`${official.numeral}、`}
      placeholder={official.title}
      {...limited(draft.text, textLimits.title)}
      value={draft.text}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.flush}
    />
  )
}
