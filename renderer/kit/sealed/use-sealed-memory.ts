import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { keyOpenings } from '../../store/key-openings.ts'
import { useStore } from '../../store/store-context.ts'
import { SealedMemory } from './sealed-memory.ts'

/** Milliseconds after which a search that goes on says how far it is, and between two looks at what it found so far. */
const PATIENCE = 300

export interface SealedSearch {
  /** Changes when more may be found than before. */
  readonly version: number
  /** More may be found yet. */
  readonly isGoingOn: boolean
  /** How far it is, where it takes long. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** Why sealed text was not searched, as a sentence. */
  readonly problem: string | null
}

/** What this list has unsealed; forgotten when the list is left. */
export function useSealedMemory(): SealedMemory {
  const { desktop } = useStore()
  const opening = useSyncExternalStore(keyOpenings.subscribe, keyOpenings.get)
  // biome-ignore lint/correctness/useExhaustiveDependencies: keys that open now may open what did not
  return useMemo(() => new SealedMemory(desktop), [desktop, opening])
}

/**
 * Unseals all these entries while words (`searchedWords()`; none: no search) are looked for in them; what is searched
 * for no longer, or left, is not read on.
 */
export function useSealedSearch(
  memory: SealedMemory,
  entries: readonly Entry[] | null,
  words: readonly string[],
): SealedSearch {
  const isWanted = words.length > 0
  const sought = useRef(words)
  sought.current = words
  const [version, setVersion] = useState(0)
  const [progress, setProgress] = useState<SealedSearch['progress']>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isGoingOn, setGoingOn] = useState(false)
  const drawnWith = memory.batches
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was known when the list was filtered last
  useEffect(() => {
    if (!isWanted || entries === null) return
    // What the rows in sight came to know since is not read again, and would be found by nobody.
    if (memory.batches !== drawnWith) setVersion((before) => before + 1)
    let isCurrent = true
    let lastLook = performance.now()
    let hasFound = false
    const onBatch = (done: number, total: number, fresh: readonly Entry[]) => {
      hasFound ||= fresh.some((entry) => sought.current.some((word) => memory.text(entry).includes(word)))
      const now = performance.now()
      if (done < total && now - lastLook < PATIENCE) return
      lastLook = now
      // Where the words stand in none of it the list stays as it is: filtering it anew would only delay the next key.
      if (hasFound) setVersion((before) => before + 1)
      hasFound = false
      setProgress(done < total ? { done, total } : null)
    }
    setGoingOn(true)
    void memory.read(entries, { isWanted: () => isCurrent, onBatch }).then((refused) => {
      if (!isCurrent) return
      setGoingOn(false)
      setProblem(refused === null ? null : keyringProblemMessage(refused))
    })
    return () => {
      isCurrent = false
      setGoingOn(false)
      setProgress(null)
    }
  }, [memory, entries, isWanted])
  return { version, isGoingOn, progress, problem: isWanted ? problem : null }
}

/** Unseals the entries in sight. Gives a number that changes when more is known; null problem: all could be asked. */
export function useSealedRows(memory: SealedMemory, entries: readonly Entry[]): string | null {
  const [problem, setProblem] = useState<string | null>(null)
  const [, setVersion] = useState(0)
  const wanted = entries.filter((entry) => entry.personal !== null && memory.fields(entry) === undefined)
  const key = wanted.map(({ personal }) => personal?.nonce).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the nonces say which entries they are
  useEffect(() => {
    if (wanted.length === 0) return
    let isCurrent = true
    void memory.read(wanted, { isWanted: () => isCurrent }).then((refused) => {
      if (!isCurrent) return
      setProblem(refused === null ? null : keyringProblemMessage(refused))
      if (refused === null) setVersion((before) => before + 1)
    })
    return () => {
      isCurrent = false
    }
  }, [memory, key])
  return problem
}
