import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { sheetField } from '../../../catalogue/registers/sheet-fields.ts'
import { entryFlaws } from '../../../model/entry/entry-flaws.ts'
import { columnById } from '../columns/sheet-columns.ts'
import type { SheetRow } from './read-row.ts'

/**
 * A row as it is stored. What no column could take goes into a sealed field of its own; which columns are to be settled
 * stands beside it in clear, by their headings alone. What the entry's own fields show as wrong is not named again.
 */
export function storedRow(register: RegisterDefinition, row: SheetRow): SheetRow {
  const [leftover, unsettled] = [sheetField(register, 'leftover'), sheetField(register, 'unsettled')]
  const { fields, personal } = row
  const named = unsettledColumns(register, row)
  const open = named.length > 0 || row.leftover.length === 0 ? named : [leftover?.label ?? '']
  return {
    ...row,
    fields: unsettled === null || open.length === 0 ? fields : { ...fields, [unsettled.key]: open.join('、') },
    personal:
      leftover === null || row.leftover.length === 0
        ? personal
        : { ...personal, [leftover.key]: row.leftover.join('\n') },
  }
}

/** Headings of the columns whose flaws an entry that is made of the row would not show by itself. */
function unsettledColumns(register: RegisterDefinition, { fields, stages, flaws }: SheetRow): string[] {
  if (flaws.length === 0) return []
  const shown = entryFlaws(register, { fields, stages: stages.map((stage) => ({ id: '', stage })) })
  const hidden = flaws.filter(({ column }) => !shown.has(column))
  return [...new Set(hidden.map(({ column }) => columnById(register, column)?.label ?? column))]
}
