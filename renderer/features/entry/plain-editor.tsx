import { Group } from '@mantine/core'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { typedFields } from '../../../shared/catalogue/registers/sheet-fields.ts'
import type { EntryId } from '../../../shared/model/entry/entry-record.ts'
import { CountedIn } from '../../kit/entry/counted-in.tsx'
import { EntryFields } from '../../kit/entry/entry-fields.tsx'
import { ErasePerson } from '../../kit/entry/erase-person.tsx'
import { SealedFieldsPart } from '../../kit/entry/sealed-fields.tsx'
import type { EntryDraft } from '../../kit/entry/use-entry-draft.ts'
import { isSealed } from '../../kit/entry-text/list-columns.ts'
import type { EntryView } from '../../store/entries/use-entries.ts'

/** An entry as its register has its fields: those in clear, below them what is sealed. */
export function PlainEditor(props: {
  id: EntryId
  register: RegisterDefinition
  view: EntryView | null
  draft: EntryDraft
  onSave(): void
}) {
  const { id, register, view, draft, onSave } = props
  const fields = typedFields(register)
  const sealed = fields.filter(isSealed)
  const shared = { register, draft, unit: id.unit }
  const toSealed = () => {
    const [first] = sealed
    const field = first === undefined ? null : document.querySelector<HTMLElement>(`[data-field="${first.key}"]`)
    if (field === null) onSave()
    else field.focus()
  }
  return (
    <>
      <EntryFields
        {...shared}
        fields={fields.filter((field) => !isSealed(field))}
        autoFocus={view === null}
        onLast={toSealed}
      />
      {sealed.length > 0 && (
        <SealedFieldsPart {...shared} fields={sealed} erased={view?.entry.erased ?? null} onLast={onSave} />
      )}
      {view !== null && view.entry.personal !== null && (
        <Group>
          <ErasePerson register={register} entry={view.entry} onOpen={draft.save} />
        </Group>
      )}
      {view !== null && <CountedIn register={register.id} facts={view.facts} />}
    </>
  )
}
