import { type MouseEvent, useRef } from 'react'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import type { FigureGrid } from './grid-geometry.ts'
import { type Position, positionAt } from './grid-moves.ts'
import type { Selection } from './use-selection.ts'

interface MouseHandlers {
  onMouseDown(event: MouseEvent<HTMLElement>): void
  onMouseOver(event: MouseEvent<HTMLElement>): void
}

/** A click goes to a figure, Shift and dragging select a block; the text of a figure being edited keeps its mouse. */
export function useMouseSelection(grid: FigureGrid, selection: Selection, go: (to: Position) => void): MouseHandlers {
  const dragging = useRef(false)
  return {
    onMouseDown: (event) => {
      const key = keyUnder(event.target, grid)
      dragging.current = false
      if (key === null || event.button !== 0 || isEditing(event.target)) return
      event.preventDefault()
      dragging.current = true
      const to = positionAt(grid, key)
      if (event.shiftKey && selection.current !== null) selection.extendTo(key)
      // A focused cell gets no second focus event that would end the block.
      else if (to !== null && isFocused(key)) selection.goTo(to)
      else if (to !== null) go(to)
    },
    onMouseOver: (event) => {
      if ((event.buttons & 1) === 0) dragging.current = false
      const key = dragging.current ? keyUnder(event.target, grid) : null
      if (key !== null) selection.extendTo(key)
    },
  }
}

const isEditing = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.dataset.editing !== undefined

const nameAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('[data-cell]')?.getAttribute('data-cell') ?? null) : null

const isFocused = (key: CellKey): boolean => nameAt(document.activeElement) === key

function keyUnder(target: EventTarget, grid: FigureGrid): CellKey | null {
  const name = nameAt(target)
  return grid.order.find((key) => key === name) ?? null
}
