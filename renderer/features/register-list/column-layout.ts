import type { CSSProperties } from 'react'
import { FLAWS, type ListColumn, STATE } from './shown-columns.ts'

/** How the columns share the width; head, rows and foot are laid alike. */
export interface ColumnLayout {
  readonly style: CSSProperties
  /** Pixels below which the list scrolls sideways. */
  readonly minWidth: number
}

const GAP = 8
const BUTTONS = 150

/** Pixels that a column needs, and its part of what is left over. */
function widthOf({ key, kind }: ListColumn): readonly [least: number, part: number] {
  if (key === 'title') return [150, 3]
  if (key === STATE) return [200, 3]
  if (key === FLAWS) return [112, 2]
  if (key === 'subject') return [150, 3]
  if (key === 'outcome') return [120, 2]
  if (kind === 'date') return [110, 0]
  return kind === 'money' || kind === 'count' ? [124, 0] : [80, 1]
}

/** The layout of these columns, with room for the buttons of the bin. */
export function columnLayout(columns: readonly ListColumn[], isBin: boolean): ColumnLayout {
  const widths = [...columns.map(widthOf), ...(isBin ? [[BUTTONS, 0] as const] : [])]
  const template = widths.map(([least, part]) => (part === 0 ? `${least}px` : `minmax(${least}px, ${part}fr)`))
  const minWidth = widths.reduce((sum, [least]) => sum + least, 0) + GAP * (widths.length + 1)
  return { style: { gridTemplateColumns: template.join(' '), minWidth }, minWidth }
}
