import { useCallback, useMemo, useState } from 'react'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import { blockBetween, type FigureGrid } from './grid-geometry.ts'
import { type Move, type Position, positionAt, step } from './grid-moves.ts'

/** Where the clerk is in a table and which block is selected. */
export interface Selection {
  /** The cell that is, or was last, focused. */
  readonly current: Position | null
  readonly keys: readonly CellKey[]
  readonly isBlock: boolean
  goTo(to: Position): void
  /** Widens the block to a cell; the focused one stays its other corner. */
  extendTo(key: CellKey): void
  /** Widens the block by a move. Gives the cell that it now reaches. */
  extendBy(move: Move): CellKey | null
  select(from: CellKey, to: CellKey): void
  collapse(): void
}

export function useSelection(grid: FigureGrid): Selection {
  const [current, setCurrent] = useState<Position | null>(null)
  const [reach, setReach] = useState<Position | null>(null)

  const goTo = useCallback((to: Position) => {
    setCurrent(to)
    setReach(null)
  }, [])
  const collapse = useCallback(() => setReach(null), [])
  const extendTo = useCallback((key: CellKey) => setReach(positionAt(grid, key)), [grid])
  const select = useCallback(
    (from: CellKey, to: CellKey) => {
      setCurrent(positionAt(grid, from))
      setReach(from === to ? null : positionAt(grid, to))
    },
    [grid],
  )

  return useMemo(() => {
    const isBlock = current !== null && reach !== null && reach.key !== current.key
    const keys = current === null ? [] : isBlock ? blockBetween(grid, current.key, reach.key).keys : [current.key]
    const extendBy = (move: Move): CellKey | null => {
      const from = reach ?? current
      const to = from === null ? null : step(grid, from, move)
      if (to !== null) setReach(to)
      return to?.key ?? null
    }
    return { current, keys, isBlock, goTo, extendTo, extendBy, select, collapse }
  }, [grid, current, reach, goTo, extendTo, select, collapse])
}
