import { type CSSProperties, memo } from 'react'
import type { GridBox } from '../../../shared/catalogue/forms/form.ts'
import type { PlacedBox } from '../../../shared/catalogue/forms/place-boxes.ts'

type Label = Extract<GridBox, { kind: 'label' }>

interface LabelBoxProps {
  readonly placed: PlacedBox<Label>
  /** How far down its group of head lines it stands, for freezing; null for a row's label. */
  readonly level: number | null
  /** Share of the table's width that lies left of it. */
  readonly offset: number
}

/** How long an upright label is in characters, in one column and, where the window is low, in two. */
const lengths = (text: string): CSSProperties & Record<`--${string}`, number> => ({
  '--ot-chars': text.length,
  '--ot-chars-low': text.length > 4 ? Math.ceil(text.length / 2) : text.length,
})

const roles = { heading: 'columnheader', corner: 'columnheader', column: 'columnheader', row: 'rowheader' } as const

/** A printed label. Heads stay at the top, row labels at the left. */
export const LabelBox = memo(function LabelBox({ placed: { box }, level, offset }: LabelBoxProps) {
  const freeze = {
    ...(level === null ? {} : { top: `calc(var(--ot-head-line) * ${level})` }),
    ...(box.role === 'column' ? {} : { left: `calc(var(--ot-width, 0px) * ${offset})` }),
  }
  return (
    <th
      role={roles[box.role]}
      className={`ot-label ot-${box.role}`}
      data-vertical={box.vertical || undefined}
      data-tall={box.rowSpan > 1 || undefined}
      colSpan={box.colSpan}
      rowSpan={box.rowSpan}
      style={freeze}
    >
      <span className={box.vertical ? 'ot-vertical' : undefined} style={box.vertical ? lengths(box.text) : undefined}>
        {box.text}
      </span>
    </th>
  )
})
