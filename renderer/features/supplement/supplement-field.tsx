import { Table } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import type { CellValue } from '../../../shared/model/report/report.ts'
import type { FigureOrigin } from '../../../shared/model/report/working-report.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'

/** One figure of the supplement, typed like a cell: Enter and the arrows walk, Delete goes back to the registers. */
export function SupplementField(props: {
  figure: { readonly key: string; readonly label: string }
  value: CellValue
  origin: FigureOrigin | null
  isFlawed: boolean
  onFocus(): void
  onStep(by: 1 | -1): void
  onType(text: string): void
}) {
  const { figure, value, origin, isFlawed, onFocus, onStep, onType } = props
  const shown = formatFigure(value)
  const draft = useDraft(shown, (text) => {
    if (text.trim() !== shown) onType(text)
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget: field } = event
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length
    if (key === 'Enter' || key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      draft.flush()
      onStep(key === 'ArrowUp' || (key === 'Enter' && event.shiftKey) ? -1 : 1)
    } else if (key === 'Delete' && isWhole) {
      event.preventDefault()
      // What stands there comes back from the store: what the registers give, or nothing.
      draft.change(shown)
      draft.flush()
      onType('')
    } else if (key === 'Escape' && draft.text !== shown) {
      event.preventDefault()
      draft.change(shown)
      draft.flush()
    }
  }
  return (
    <Table.Td className={isFlawed ? 'supplement-flawed' : undefined} data-origin={origin ?? undefined}>
      <input
        className="figure-field"
        inputMode="decimal"
        aria-label={figure.label}
        aria-invalid={isFlawed}
        data-supplement={figure.key}
        value={draft.text}
        onFocus={(event) => {
          event.currentTarget.select()
          onFocus()
        }}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={draft.flush}
        onKeyDown={onKeyDown}
      />
    </Table.Td>
  )
}
