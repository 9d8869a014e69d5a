import { Button } from '@mantine/core'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { maskField } from '../../../shared/model/entry/mask.ts'
import { personErased } from '../../../shared/wording/erasure.ts'
import { unreadText } from '../../../shared/wording/privacy.ts'
import { shownValue } from '../../kit/entry-text/list-columns.ts'
import type { SealedMemory } from '../../kit/sealed/sealed-memory.ts'
import type { EntryView } from '../../store/entries/use-entries.ts'
import { EntryFlaws } from './entry-flaws.tsx'
import { RequestState } from './request-state.tsx'
import { FLAWS, isSummed, type ListColumn, STATE } from './shown-columns.ts'

export interface RowCellsProps {
  readonly register: RegisterDefinition
  readonly columns: readonly ListColumn[]
  /** Undefined while it is read. */
  readonly view: EntryView | undefined
  readonly memory: SealedMemory
  /** Personal data in clear. */
  readonly isClear: boolean
  readonly isBin: boolean
  onPut(): void
  onErase(): void
}

/** The cells of one entry. */
export function RowCells({ register, columns, view, memory, isClear, isBin, onPut, onErase }: RowCellsProps) {
  // What lies under a button is not opened with it.
  const only = (act: () => void) => (event: MouseEvent) => {
    event.stopPropagation()
    act()
  }
  const keepKeys = (event: KeyboardEvent) => event.stopPropagation()
  return (
    <>
      {columns.map((column) => (
        <td key={column.key} className={isSummed(column) ? 'entry-amount' : undefined}>
          {view === undefined ? null : column.key === STATE ? (
            <RequestState entry={view.entry} />
          ) : column.key === FLAWS ? (
            <EntryFlaws register={register} entry={view.entry} />
          ) : column.isSealed === true ? (
            <SealedCell column={column} entry={view.entry} memory={memory} isClear={isClear} />
          ) : (
            shownValue(column, column.value(view.entry))
          )}
        </td>
      ))}
      {isBin && (
        <td className="entry-buttons">
          <Button size="compact-xs" variant="default" onClick={only(onPut)} onKeyDown={keepKeys}>
            还原
          </Button>
          <Button size="compact-xs" variant="subtle" color="red" onClick={only(onErase)} onKeyDown={keepKeys}>
            彻底删除…
          </Button>
        </td>
      )}
    </>
  )
}

function SealedCell(props: { column: ListColumn; entry: Entry; memory: SealedMemory; isClear: boolean }) {
  const { column, entry, memory, isClear } = props
  const fields = memory.fields(entry)
  if (entry.erased !== undefined)
    return <span className="entry-quiet">{column.key === 'name' ? personErased : ''}</span>
  if (fields?.ok === false) {
    return (
      <span className="entry-quiet" title={unreadText(fields.problem)}>
        不能显示
      </span>
    )
  }
  const text = fields?.value[column.key] ?? ''
  return isClear ? <span title={text}>{text}</span> : maskField(column.key, text)
}
