import { useEffect, useState } from 'react'
import type { HolidayCalendar } from '../../../../shared/calendar/holiday-year.ts'
import { type Entry, sealedRecord } from '../../../../shared/model/entry/entry-record.ts'
import { type PersonalFields, readUnsealed } from '../../../../shared/model/entry/personal-fields.ts'
import type { Request } from '../../../../shared/model/entry/request.ts'
import { signOffName } from '../../../../shared/model/unit/unit-record.ts'
import type { LetterContext } from '../../../../shared/steps/letters/letter.ts'
import { fail, ok, type Result } from '../../../../shared/values/result.ts'
import { keyringProblemMessage, unreadText } from '../../../../shared/wording/privacy.ts'
import { useSession } from '../../../kit/session/session.ts'
import type { Store } from '../../../store/store.ts'
import { useStore } from '../../../store/store-context.ts'

/** What the letters of a request are made from, its personal fields opened for as long as the letter is. */
export function useLetterContext(
  entry: Entry,
  request: Request,
  calendar: HolidayCalendar,
): { readonly context: LetterContext | null; readonly problem: string | null } {
  const { unit } = useSession()
  const store = useStore()
  const [opened, setOpened] = useState<{ entry: Entry; is: Result<PersonalFields, string> } | null>(null)
  const [context, setContext] = useState<LetterContext | null>(null)
  useEffect(() => {
    let gone = false
    void open(store, entry).then((is) => !gone && setOpened({ entry, is }))
    return () => {
      gone = true
    }
  }, [store, entry])
  const is = opened?.entry === entry ? opened.is : null
  useEffect(() => {
    if (is === null) return
    // Where the personal data was erased, the letter has room to write them.
    const personal = is.ok ? is.value : {}
    const { number } = entry.fields
    setContext({
      request,
      number: typeof number === 'string' ? number : '',
      subject: personal.subject ?? '',
      personal: {
        name: personal.name ?? '',
        phone: personal.phone ?? '',
        email: personal.email ?? '',
        address: personal.address ?? '',
      },
      unit: { name: signOffName(unit), contact: unit.contact.author, phone: unit.contact.phone },
      calendar,
      today: store.start.today,
    })
  }, [is, entry, request, unit, calendar, store])
  return { context, problem: is === null || is.ok ? null : is.problem }
}

async function open({ desktop }: Store, { id, personal }: Entry): Promise<Result<PersonalFields, string>> {
  if (personal === null) return ok({})
  const result = await desktop.unseal([{ record: sealedRecord(id), sealed: personal }])
  if (!result.ok) return fail(keyringProblemMessage(result.problem))
  const [unsealed] = result.value
  const read = unsealed === undefined ? ok({}) : readUnsealed(unsealed)
  return read.ok ? read : fail(unreadText(read.problem))
}
