import type { Move } from './grid-moves.ts'

/**
 * What typing means in the focused cell. `ready`: a key replaces the figure; `replacing`: it was typed over, arrows
 * still leave the cell; `editing`: in place with a caret (F2, double click), arrows move the caret.
 */
export type CellMode = 'ready' | 'replacing' | 'editing'

export type Command =
  | { readonly do: 'move'; readonly move: Move }
  | { readonly do: 'extend'; readonly move: Move }
  | { readonly do: 'edit' | 'restore' | 'clear' | 'remark' | 'select-all' | 'keep-to-text' }

export interface KeyPress {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
}

const arrows: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
  PageUp: 'page-up',
  PageDown: 'page-down',
}

const withCtrl: Readonly<Record<string, Move>> = {
  ArrowLeft: 'row-start',
  ArrowRight: 'row-end',
  ArrowUp: 'column-start',
  ArrowDown: 'column-end',
  Home: 'table-start',
  End: 'table-end',
}

/** What a key does in the table, or null where it is typing, the browser's or the program's own affair. */
export function commandOf(press: KeyPress, mode: CellMode): Command | null {
  if (press.alt) return null
  const { key, shift, ctrl } = press
  if (key === 'Tab') return ctrl ? null : { do: 'move', move: shift ? 'previous' : 'next' }
  if (key === 'Enter') return { do: 'move', move: shift ? 'enter-back' : 'enter' }
  if (ctrl && /^[zy]$/i.test(key)) return mode === 'ready' ? null : { do: 'keep-to-text' }
  if (key === 'Escape') return { do: 'restore' }
  if (key === 'F4') return { do: 'remark' }
  if (key === 'F2') return { do: 'edit' }
  if (mode === 'editing') {
    return key === 'ArrowUp' || key === 'ArrowDown' ? { do: 'move', move: key === 'ArrowUp' ? 'up' : 'down' } : null
  }
  const move = (ctrl ? withCtrl : arrows)[key]
  if (move !== undefined) return shift && mode === 'ready' ? { do: 'extend', move } : { do: 'move', move }
  if (mode !== 'ready') return null
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  if (ctrl && /^a$/i.test(key)) return { do: 'select-all' }
  return null
}
