import { useEffect, useState, useSyncExternalStore } from 'react'
import { type EntryId, type SealedFields, sealedRecord } from '../../../shared/model/entry/entry-record.ts'
import { maskFields } from '../../../shared/model/entry/mask.ts'
import { personalText, readUnsealed } from '../../../shared/model/entry/personal-fields.ts'
import { keyringProblemMessage, unreadText } from '../../../shared/wording/privacy.ts'
import { keyOpenings } from '../../store/key-openings.ts'
import { useStore } from '../../store/store-context.ts'
import { notice } from '../session/notice.ts'
import { namesPeople, offerRecoveryCode } from './recovery-prompt.ts'

export interface SealedValues {
  /** In clear, by field key; empty while they are hidden. */
  readonly values: Readonly<Record<string, string>>
  /** The same fields with what names or reaches the person hidden (张*), until they are shown. */
  readonly masked: Readonly<Record<string, string>>
  /** Nothing is sealed here, or it was asked for: the fields can be read and typed into. */
  readonly isShown: boolean
  /** Why they can't be shown. */
  readonly problem: string | null
  show(): void
  /** Null: refused, and said in the notice bar. Emptied fields seal to null. */
  seal(texts: Readonly<Record<string, string>>): Promise<{ readonly sealed: SealedFields | null } | null>
}

interface Opened {
  readonly of: SealedFields
  readonly values: Readonly<Record<string, string>>
  /** Sealed here while this was stored (null: nothing), and not read back yet. */
  readonly over?: string | null
}

const nothing: Readonly<Record<string, string>> = {}

/** The personal fields of one entry: masked until asked for, for as long as the screen is open. */
export function useSealedValues(id: EntryId, stored: SealedFields | null): SealedValues {
  const { desktop } = useStore()
  const record = sealedRecord(id)
  const opening = useSyncExternalStore(keyOpenings.subscribe, keyOpenings.get)
  const [isAsked, setAsked] = useState(stored === null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const data = stored?.data ?? null
  const isStored = opened !== null && opened.of.data === data
  // What was typed a moment ago stands before what the store still says.
  const isAhead = opened?.over === data && !isStored

  useEffect(() => {
    if (isStored)
      setOpened((before) => (before?.over === undefined ? before : { of: before.of, values: before.values }))
  }, [isStored])
  // biome-ignore lint/correctness/useExhaustiveDependencies: keys that open now may open what did not
  useEffect(() => {
    if (isStored || isAhead || stored === null) return
    let isWanted = true
    void desktop.unseal([{ record, sealed: stored }]).then((result) => {
      if (!isWanted) return
      const [unsealed] = result.ok ? result.value : []
      const read = unsealed === undefined ? null : readUnsealed(unsealed)
      if (!result.ok) setProblem(keyringProblemMessage(result.problem))
      else setProblem(read?.ok === false ? unreadText(read.problem) : null)
      setOpened(read?.ok ? { of: stored, values: read.value } : null)
    })
    return () => {
      isWanted = false
    }
  }, [desktop, record, isStored, isAhead, stored, opening])

  const isShown = isAsked && (stored === null || isStored || isAhead)
  return {
    values: isShown && opened !== null && (isStored || isAhead) ? opened.values : nothing,
    masked: !isShown && isStored ? maskFields(opened.values) : nothing,
    // A new entry is not masked under the clerk's hands.
    isShown,
    problem,
    show: () => setAsked(true),
    async seal(texts) {
      const text = personalText(texts)
      if (text === null) return { sealed: null }
      const result = await desktop.seal(text, record, stored?.keyId ?? opened?.of.keyId)
      if (!result.ok) {
        notice.set(keyringProblemMessage(result.problem))
        return null
      }
      if (namesPeople(texts)) void offerRecoveryCode({ desktop })
      setAsked(true)
      setOpened({ of: result.value, values: texts, over: data })
      return { sealed: result.value }
    },
  }
}
