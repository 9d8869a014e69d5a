/**
 * What a clerk does next with a request: the letter of the stage that was recorded just now (its id; null: none), else
 * the day of an answer that the clock waits for, else 今天做了什么？ Null on an entry that has none of them.
 */
export function nextRequestStep(root: ParentNode, recorded: string | null): HTMLElement | null {
  const letter =
    recorded === null ? null : root.querySelector<HTMLElement>(`[data-stage="${CSS.escape(recorded)}"] [data-letter]`)
  return letter ?? root.querySelector<HTMLElement>('[data-next]')
}
