import { useCallback, useEffect, useRef, useState } from 'react'
import { isDay } from '../../../shared/calendar/day-number.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { EntryId, FieldValue } from '../../../shared/model/entry/entry-record.ts'
import { addEntry, type FieldValues } from '../../store/entries/entry-actions.ts'
import { typeFields } from '../../store/entries/typed-fields.ts'
import type { EntryView } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { isSealed } from '../entry-text/list-columns.ts'
import { type SealedValues, useSealedValues } from '../sealed/use-sealed-values.ts'
import { useSession } from '../session/session.ts'
import { type Fields, startOf } from './entry-start.ts'

/** After this pause in typing the entry is saved, in milliseconds; as long as for texts. */
const PAUSE = 700

export interface EntryDraft {
  /** What stands in the fields: stored, or typed a moment ago. Sealed ones only while they are shown. */
  readonly values: Fields
  /** Nothing of it is stored yet. */
  readonly isNew: boolean
  /** Something was typed that the store has not read back yet. */
  readonly isTouched: boolean
  readonly sealed: SealedValues
  set(key: string, value: FieldValue | null): void
  /** Records what was typed at once; a new entry also as it stands. Resolves to whether it is recorded. */
  save(): Promise<boolean>
}

type Typed = Record<string, FieldValue | null>

/**
 * The fields of an entry, as useDraft does it for texts: shown at once, recorded after a pause, on leaving and on save.
 * The first keystroke that says something makes the entry, so that nothing is lost when the window closes; a day alone
 * makes none.
 */
export function useEntryDraft(register: RegisterDefinition, id: EntryId, view: EntryView | null): EntryDraft {
  const session = useSession()
  const store = useStore()
  const [typed, setTyped] = useState<FieldValues>({})
  const pending = useRef<Typed>({})
  const timer = useRef<number | undefined>(undefined)
  /** Recorded, and not yet read back: the next edit must not make it anew. */
  const isMade = useRef(false)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const stored = view?.entry ?? null
  const sealed = useSealedValues(id, stored?.personal ?? null)

  useEffect(() => {
    if (stored !== null) isMade.current = false
    if (Object.keys(pending.current).length === 0) setTyped({})
  }, [stored])

  const started = stored?.fields ?? startOf(register, id.entry, store.start.today)
  const values = merged({ ...started, ...sealed.values }, typed)
  const newest = useRef({ register, id, session, store, stored, values, sealed })
  newest.current = { register, id, session, store, stored, values, sealed }

  const recordNow = useCallback(async (always: boolean): Promise<boolean> => {
    const { register, id, session, store, stored, values, sealed } = newest.current
    const edits = pending.current
    const isNew = stored === null && !isMade.current
    if (Object.keys(edits).length === 0 && !(always && isNew)) return true
    // Nobody filled it yet: the day alone is what every new entry begins with.
    if (isNew && !always && !isFilled(register, edits)) return true
    pending.current = {}
    // What was written in clear before its field was sealed is sealed with the next edit.
    const earlier = stored?.personal === null ? split(register, stored.fields)[1] : {}
    const [clear, secret] = split(register, { ...earlier, ...edits })
    const sealing = Object.keys(secret).length === 0 ? undefined : await sealed.seal(textsOf(register, values, secret))
    if (sealing === null) {
      pending.current = { ...edits, ...pending.current }
      return false
    }
    isMade.current = true
    if (isNew) {
      const [fields] = split(register, { ...values, ...clear })
      const draft = { id, fields, year: session.year, ...(sealing === undefined ? {} : { sealed: sealing.sealed }) }
      return session.act({ ...addEntry(store.database, draft), insist: true })
    }
    return session.act({ ...typeFields(store.database, id, clear, sealing?.sealed), insist: true })
  }, [])

  const record = useCallback(
    (always: boolean): Promise<boolean> => {
      window.clearTimeout(timer.current)
      const done = turn.current.then(() => recordNow(always))
      turn.current = done.catch(() => {})
      return done
    },
    [recordNow],
  )
  useEffect(() => () => void record(false), [record])

  const set = (key: string, value: FieldValue | null): void => {
    setTyped((before) => ({ ...before, [key]: value }))
    pending.current = { ...pending.current, [key]: value }
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void record(false), PAUSE)
  }
  return {
    values,
    isNew: stored === null,
    isTouched: Object.keys(typed).length > 0,
    sealed,
    set,
    save: () => record(true),
  }
}

/** Whether what was typed says more than every new entry does: another choice, a text, also a day that can't be read. */
function isFilled(register: RegisterDefinition, typed: FieldValues): boolean {
  return register.fields.some(({ key, kind, default: given }) => {
    const value = typed[key]
    if (value === undefined || value === null || value === '' || value === false || value === given) return false
    return kind !== 'date' || typeof value !== 'string' || !isDay(value)
  })
}

/** What is recorded in clear, and what is sealed first. */
function split(register: RegisterDefinition, typed: FieldValues): [clear: Typed, secret: Typed] {
  const clear: Typed = {}
  const secret: Typed = {}
  for (const field of register.fields) {
    const value = typed[field.key]
    if (value !== undefined) (isSealed(field) ? secret : clear)[field.key] = value
  }
  return [clear, secret]
}

/** All sealed texts of the entry: they are sealed together. */
function textsOf(register: RegisterDefinition, values: Fields, typed: Typed): Record<string, string> {
  const all = { ...values, ...typed }
  return Object.fromEntries(
    register.fields.filter(isSealed).flatMap(({ key }) => {
      const value = all[key]
      return typeof value === 'string' && value !== '' ? [[key, value] as const] : []
    }),
  )
}

function merged(fields: Fields, typed: FieldValues): Fields {
  const all: Record<string, FieldValue> = { ...fields }
  for (const [key, value] of Object.entries(typed)) {
    if (value === null || value === false || value.toString() === '') delete all[key]
    else all[key] = value
  }
  return all
}
