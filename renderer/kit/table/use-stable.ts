import { useLayoutEffect, useRef, useState } from 'react'

/** Functions that always act on the newest props, behind an object that stays the same. */
export function useStable<T extends Record<keyof T, (...args: never[]) => unknown>>(actions: T): T {
  const newest = useRef(actions)
  useLayoutEffect(() => {
    newest.current = actions
  })
  const [stable] = useState(() => {
    const names = Object.keys(actions) as (keyof T)[]
    const entries = names.map((name) => [name, (...args: never[]) => newest.current[name](...args)])
    return Object.fromEntries(entries) as T
  })
  return stable
}
