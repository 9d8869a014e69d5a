import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import type { RegisterDefinition, RegisterField } from '../../../shared/catalogue/registers/register-definition.ts'
import { personErased } from '../../../shared/wording/erasure.ts'
import { EntryFields } from './entry-fields.tsx'
import type { EntryDraft } from './use-entry-draft.ts'

/** Fields that name or reach a person: masked until somebody asks. */
export function SealedFieldsPart(props: {
  register: RegisterDefinition
  fields: readonly RegisterField[]
  draft: EntryDraft
  unit: string
  longTextColumns?: number
  enough?: string
  /** The day on which the person was erased. */
  erased: string | null
  onLast(): void
}) {
  const { sealed } = props.draft
  const [isAsked, setAsked] = useState(false)
  if (props.erased !== null) {
    return (
      <Text size="sm" c="dimmed">
        {personErased}（{chineseDate(props.erased)}）
      </Text>
    )
  }
  // The button is gone with the mask: the keyboard goes on in what it showed.
  if (sealed.isShown) return <EntryFields {...props} autoFocus={isAsked} />
  const masked = props.fields.flatMap(maskedField(sealed.masked)).join('；')
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {sealed.problem ?? (masked === '' ? `${props.fields.map(({ label }) => label).join('、')}：●●●●●●` : masked)}
      </Text>
      {sealed.problem === null && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            setAsked(true)
            sealed.show()
          }}
        >
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
