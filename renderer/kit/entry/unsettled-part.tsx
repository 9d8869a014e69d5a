import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { sheetField } from '../../../shared/catalogue/registers/sheet-fields.ts'
import { unsettledText } from '../../../shared/wording/sheet-words.ts'
import { SealedFieldsPart } from './sealed-fields.tsx'
import type { EntryDraft } from './use-entry-draft.ts'

interface UnsettledProps {
  readonly register: RegisterDefinition
  readonly draft: EntryDraft
  readonly unit: string
  /** The day on which the person was erased, and with it what was left over. */
  readonly erased: string | null
}

/** What an import left of an entry: which columns, what stood there, and that a person has settled it. */
export function UnsettledPart({ register, draft, unit, erased }: UnsettledProps) {
  const [marker, leftover] = [sheetField(register, 'unsettled'), sheetField(register, 'leftover')]
  if (marker === null || leftover === null) return null
  const columns = draft.values[marker.key]
  const hasText = (draft.sealed.masked[leftover.key] ?? draft.values[leftover.key]) !== undefined && erased === null
  const text = hasText && (
    <SealedFieldsPart
      register={register}
      draft={draft}
      unit={unit}
      fields={[leftover]}
      erased={null}
      onLast={() => {}}
    />
  )
  if (columns === undefined) return text || null
  const settle = () => {
    draft.set(marker.key, null)
    void draft.save()
  }
  return (
    <Alert color="orange" p="xs" role="status" aria-label="导入时没对上">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{unsettledText(String(columns), register.unit)}</Text>
          <Button size="xs" flex="none" onClick={settle}>
            已处理好
          </Button>
        </Group>
        {text}
      </Stack>
    </Alert>
  )
}
