import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type Entry, entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import { personErasedMessage, personErasure } from '../../../shared/wording/erasure.ts'
import { erasePerson } from '../../store/entries/erase-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { EraseDialog } from '../sealed/erase-dialog.tsx'
import { notice } from '../session/notice.ts'
import { useSession } from '../session/session.ts'
import { useStageDrafts } from './stage-drafts.ts'

/** 删除个人信息…: what is sealed goes, the entry stays. `onOpen` records what is still being typed. */
export function ErasePerson(props: { register: RegisterDefinition; entry: Entry; onOpen(): Promise<boolean> }) {
  const { register, entry, onOpen } = props
  const store = useStore()
  const session = useSession()
  const drafts = useStageDrafts()
  const [isAsked, setAsked] = useState(false)
  const { number } = entry.fields
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        onClick={() => void onOpen().then((isRecorded) => isRecorded && setAsked(true))}
      >
        删除个人信息…
      </Button>
      {isAsked && (
        <EraseDialog
          title="删除这一件的个人信息"
          lines={personErasure(register)}
          typed={typeof number === 'string' ? number : '删除'}
          action="删除个人信息"
          onErase={() => {
            const { unit, year } = session
            return erasePerson(store, { unit: unit.code, year, day: store.start.today, ids: [entry.id] })
          }}
          onDone={(erased) => {
            void drafts.forget(entryRecordId(entry.id))
            notice.set(personErasedMessage(erased))
            setAsked(false)
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
