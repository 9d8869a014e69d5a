import { useLiveQuery } from 'dexie-react-hooks'

/**
 * A live query that never shows the answer to another question: while `key` is new and its first read is under way,
 * the result is undefined, not what stood there for the key before. `key` names all that the query depends on.
 */
export function useKeyedLiveQuery<T>(key: string, query: () => Promise<T>): T | undefined {
  const answer = useLiveQuery(async () => ({ key, value: await query() }), [key])
  return answer?.key === key ? answer.value : undefined
}
