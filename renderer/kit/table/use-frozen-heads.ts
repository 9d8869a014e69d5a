import { type RefObject, useLayoutEffect } from 'react'

/**
 * Tells the style sheet how wide the table is and how much of it the frozen heads cover, so that row labels freeze at
 * their columns and a cell that is gone to is never left under a head.
 */
export function useFrozenHeads(region: RefObject<HTMLElement | null>, table: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table is another element to measure
  useLayoutEffect(() => {
    const element = region.current
    const sheet = element?.querySelector('table')
    if (!element || !sheet) return
    const measure = (): void => {
      let covered = 0
      let head = 0
      for (const row of sheet.rows) {
        head = row.dataset.kind === 'head' ? head + row.offsetHeight : 0
        covered = Math.max(covered, head)
      }
      // Figures do not freeze: where the first of them begins, the labels end.
      const lefts = [...sheet.querySelectorAll('.ot-figure')].map((cell) => cell.getBoundingClientRect().left)
      const stub = Math.min(...lefts) - sheet.getBoundingClientRect().left
      element.style.setProperty('--ot-width', `${sheet.offsetWidth}px`)
      element.style.setProperty('--ot-covered-top', `${covered}px`)
      element.style.setProperty('--ot-covered-left', element.scrollWidth > element.clientWidth ? `${stub}px` : '0px')
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(sheet)
    return () => observer.disconnect()
  }, [region, table])
}
