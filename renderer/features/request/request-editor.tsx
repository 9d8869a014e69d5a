import { Button, Collapse, Group, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { EntryId } from '../../../shared/model/entry/entry-record.ts'
import { CountedIn } from '../../kit/entry/counted-in.tsx'
import { EntryFields } from '../../kit/entry/entry-fields.tsx'
import { ErasePerson } from '../../kit/entry/erase-person.tsx'
import { SealedFieldsPart } from '../../kit/entry/sealed-fields.tsx'
import type { EntryDraft } from '../../kit/entry/use-entry-draft.ts'
import type { EntryView } from '../../store/entries/use-entries.ts'
import { useRegister } from '../../store/store-context.ts'
import { RequestDisputes } from './request-disputes.tsx'
import { requestLayout } from './request-layout.ts'
import { RequestProgress } from './request-progress.tsx'

/** A request: four fields and the applicant's name, the rest folded; then what was done with it, day by day. */
export function RequestEditor(props: { id: EntryId; view: EntryView | null; draft: EntryDraft; onSave(): void }) {
  const { id, view, draft, onSave } = props
  const register = useRegister('requests')
  const [more, setMore] = useState(false)
  /** What is done next stands under the keyboard: on a request that is opened, and after each thing that is done. */
  const goesOn = useRef(view !== null)
  const entry = view?.entry ?? null
  const saveAndGoOn = () => {
    goesOn.current = true
    onSave()
  }
  const { main, inSight, more: rest, folded } = requestLayout(register, draft.values.way)
  const sealed = { register, draft, unit: id.unit, erased: entry?.erased ?? null, onLast: saveAndGoOn }
  return (
    <Stack gap="sm">
      <Stack gap="xs">
        <EntryFields
          register={register}
          fields={main}
          draft={draft}
          unit={id.unit}
          columns={main.length}
          autoFocus={entry === null}
          onLast={() => document.querySelector<HTMLElement>('[data-field="subject"]')?.focus()}
        />
        {/* Four fields make a request: Enter in the fourth records it and goes on to the name. */}
        <SealedFieldsPart {...sealed} fields={inSight} longTextColumns={2} enough="subject" />
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={more ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            编号、承办单位和联系方式
          </Button>
          <Text size="xs" c="dimmed">
            {draft.values.number === undefined ? '保存时自动编号' : `编号${draft.values.number}`}
          </Text>
        </Group>
        <Collapse expanded={more} transitionDuration={0}>
          <Stack gap="xs">
            <EntryFields register={register} fields={rest} draft={draft} unit={id.unit} onLast={saveAndGoOn} />
            <SealedFieldsPart {...sealed} fields={folded} />
            {entry !== null && entry.personal !== null && (
              <Group>
                <ErasePerson register={register} entry={entry} onOpen={draft.save} />
              </Group>
            )}
          </Stack>
        </Collapse>
      </Stack>
      {entry !== null && <RequestProgress entry={entry} goesOn={goesOn} save={draft.save} />}
      {view !== null && <CountedIn register={register.id} facts={view.facts} />}
      {view !== null && <RequestDisputes id={id} />}
    </Stack>
  )
}
