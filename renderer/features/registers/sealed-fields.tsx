import { Button, Group, Text } from '@mantine/core'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import type { RegisterDefinition, RegisterField } from '../../../shared/registers/register-definition.ts'
import { personErased } from '../../../shared/wording/erasure.ts'
import { EntryFields } from './entry-fields.tsx'
import type { EntryDraft } from './use-entry-draft.ts'

/** Fields that name or reach a person: masked until somebody asks. */
export function SealedFieldsPart(props: {
  register: RegisterDefinition
  fields: readonly RegisterField[]
  draft: EntryDraft
  unit: string
  columns?: number
  /** The day on which the person was erased. */
  erased: string | null
  onLast(): void
}) {
  const { sealed } = props.draft
  if (props.erased !== null) {
    return (
      <Text size="sm" c="dimmed">
        {personErased}（{chineseDate(props.erased)}）
      </Text>
    )
  }
  if (sealed.isShown) return <EntryFields {...props} />
  const masked = props.fields.flatMap(maskedField(sealed.masked)).join('；')
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {sealed.problem ?? (masked === '' ? `${props.fields.map(({ label }) => label).join('、')}：●●●●●●` : masked)}
      </Text>
      {sealed.problem === null && (
        <Button size="compact-xs" variant="default" onClick={sealed.show}>
          显示
        </Button>
      )}
    </Group>
  )
}

const maskedField =
  (masked: Readonly<Record<string, string>>) =>
  ({ key, label }: RegisterField): string[] =>
    masked[key] === undefined ? [] : [`${label}：${masked[key]}`]
