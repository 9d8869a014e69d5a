import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Cell, CellKey } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure, valueFlaw } from '../../../shared/model/report/figure.ts'
import type { CellValue } from '../../../shared/model/report/report.ts'
import type { FigureOrigin } from '../../../shared/model/report/working-report.ts'
import type { CellMark } from './cell-marks.ts'
import { type CellMode, type Command, commandOf } from './key-command.ts'

/** What a cell reports to its table. The object never changes, so that it re-renders no cell. */
export interface CellActions {
  focused(key: CellKey): void
  typed(key: CellKey, text: string): void
  /** False: the table has nothing to do for it and the browser goes on, as with Tab after the last figure. */
  command(key: CellKey, command: Command): boolean
}

interface FigureCellProps {
  readonly cell: Cell
  /** Id of the form that its line is. */
  readonly lineForm: string
  readonly colSpan: number
  readonly rowSpan: number
  readonly value: CellValue
  readonly origin: FigureOrigin | undefined
  readonly mark: CellMark | undefined
  /** Part of an equation that is broken and looked at. */
  readonly related: boolean
  readonly remark: string | undefined
  readonly adjustedWhy: string | undefined
  readonly tabbable: boolean
  readonly selected: boolean
  readonly readOnly: boolean
  readonly actions: CellActions
}

const originTitles: Readonly<Partial<Record<FigureOrigin, string>>> = {
  computed: '各项相加得出',
  derived: '按台账算出',
  adjusted: '手工更正',
}

/**
 * One figure of the table: a real text field in every cell, so that an input method gets its first key, too. Its
 * whole text is selected while it waits; typing therefore replaces. The text being typed lives here alone: a
 * keystroke renders this cell and no other.
 */
export const FigureCell = memo(function FigureCell(props: FigureCellProps) {
  const { cell, value, origin, mark, remark, adjustedWhy, actions, readOnly } = props
  const input = useRef<HTMLInputElement>(null)
  const draft = useRef<string | null>(null)
  const [text, setText] = useState<string | null>(null)
  const [mode, setMode] = useState<CellMode>('ready')

  const resting = formatFigure(value)
  const isWrong = mark === 'error' || (text === null && valueFlaw(cell, value) !== null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a figure that changes under the focus is selected anew
  useLayoutEffect(() => {
    const field = input.current
    if (field === null || document.activeElement !== field) return
    if (mode === 'ready') field.select()
    if (mode === 'editing' && draft.current === null) field.setSelectionRange(field.value.length, field.value.length)
  }, [mode, resting])

  // A screen that goes away with a half-typed figure takes it along; no blur tells of that.
  useEffect(
    () => () => {
      if (draft.current !== null) actions.typed(cell.key, draft.current)
    },
    [actions, cell.key],
  )

  const leave = (commit: boolean): void => {
    const left = draft.current
    draft.current = null
    setText(null)
    setMode('ready')
    if (!commit || left === null || (mode === 'editing' && left === resting)) return
    actions.typed(cell.key, left)
  }

  const onInput = (typed: string): void => {
    draft.current = typed
    setText(typed)
    if (mode === 'ready') setMode('replacing')
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // While an input method composes, every key is its own: Enter picks a candidate, Esc drops it.
    if (event.nativeEvent.isComposing) return
    const { key, shiftKey: shift, altKey: alt } = event
    const ctrl = event.ctrlKey || event.metaKey
    const command = commandOf({ key, shift, ctrl, alt }, mode)
    if (command === null) {
      if (mode === 'ready' && !ctrl && !alt) input.current?.select()
      return
    }
    if (command.do === 'keep-to-text') {
      event.stopPropagation()
      return
    }
    if (command.do === 'edit') {
      event.preventDefault()
      if (!readOnly) setMode('editing')
      return
    }
    if (command.do === 'restore' && mode !== 'ready') {
      event.preventDefault()
      event.stopPropagation()
      leave(false)
      return
    }
    if (command.do === 'move' || command.do === 'remark') leave(true)
    if (actions.command(cell.key, command)) event.preventDefault()
  }

  const label = [...cell.rowLabels, ...cell.columnLabels].join(' ')
  const why = adjustedWhy === undefined ? originTitles[origin ?? 'typed'] : `汇总后调整：${adjustedWhy}`
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the text field in it has the focus
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an ARIA grid
      role="gridcell"
      className="ot-figure"
      colSpan={props.colSpan}
      rowSpan={props.rowSpan}
      data-cell={cell.key}
      data-origin={origin}
      data-mark={isWrong ? 'error' : mark}
      data-current={props.tabbable || undefined}
      data-related={props.related || undefined}
      aria-label={label}
      aria-selected={props.selected || undefined}
      aria-readonly={readOnly || undefined}
      aria-invalid={isWrong || undefined}
      title={[why, remark && `备注：${remark}`].filter(Boolean).join('\n') || undefined}
      onDoubleClick={() => !readOnly && mode !== 'editing' && setMode('editing')}
    >
      <input
        ref={input}
        className="ot-input"
        data-cell-field=""
        form={props.lineForm}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        data-editing={mode === 'ready' ? undefined : mode}
        readOnly={readOnly}
        tabIndex={props.tabbable ? 0 : -1}
        value={text ?? resting}
        onFocus={(event) => {
          event.currentTarget.select()
          actions.focused(cell.key)
        }}
        onBlur={() => leave(true)}
        onChange={(event) => onInput(event.target.value)}
        // Typing 3 over a selected 3 is a beginning too, and no change of the field's text: React tells of none.
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {remark !== undefined && (
        <sup className="ot-remark" aria-hidden="true">
          注
        </sup>
      )}
      {origin === 'adjusted' && <span className="ot-adjusted" aria-hidden="true" />}
    </td>
  )
})
