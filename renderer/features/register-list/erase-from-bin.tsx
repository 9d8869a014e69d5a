import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { entryIdOf } from '../../../shared/model/entry/entry-record.ts'
import { entriesErasedMessage, entryErasure } from '../../../shared/wording/erasure.ts'
import { useStageDrafts } from '../../kit/entry/stage-drafts.ts'
import { EraseDialog } from '../../kit/sealed/erase-dialog.tsx'
import { notice } from '../../kit/session/notice.ts'
import { useSession } from '../../kit/session/session.ts'
import { eraseEntries } from '../../store/entries/erase-entries.ts'
import { useStore } from '../../store/store-context.ts'

/** Deletes entries out of the bin for good, by record id, once the clerk has said so. */
export function EraseFromBin(props: {
  register: RegisterDefinition
  records: readonly string[]
  /** Those whose making was undone: they go with the whole bin. */
  undone: readonly string[]
  onClose(): void
}) {
  const { register, records, undone, onClose } = props
  const store = useStore()
  const session = useSession()
  const drafts = useStageDrafts()
  const count = records.length
  const ids = [...records, ...undone].map(entryIdOf)
  return (
    <EraseDialog
      title={`彻底删除${count + undone.length}${register.unit}`}
      lines={entryErasure(count, undone.length, register)}
      typed={null}
      action="彻底删除"
      onErase={() => eraseEntries(store, { unit: session.unit.code, year: session.year, day: store.start.today, ids })}
      onDone={(erased) => {
        for (const record of [...records, ...undone]) void drafts.forget(record)
        notice.set(entriesErasedMessage(ids.length, register.unit, erased))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
