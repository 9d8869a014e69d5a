import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { sheetField, typedFields } from '../../../catalogue/registers/sheet-fields.ts'
import type { Entry, FieldValue } from '../../../model/entry/entry-record.ts'
import type { PersonalFields } from '../../../model/entry/personal-fields.ts'
import { columnById } from '../columns/sheet-columns.ts'
import type { SheetRow } from './read-row.ts'
import { type EntryUpdate, isSame, type RowChange, type StoredEntry } from './row-change.ts'
import { stageChanges } from './stage-changes.ts'

/**
 * Field by field, where a row of a file and the entry that it is say different things. What is blank in the file empties
 * nothing, and what can't be read in it changes nothing: that is shown alone.
 */
export function rowChanges(
  register: RegisterDefinition,
  row: SheetRow,
  { entry, personal }: StoredEntry,
): { readonly changes: readonly RowChange[]; readonly update: EntryUpdate } {
  const changes: RowChange[] = []
  const fields: Record<string, FieldValue | null> = {}
  const sealed: Record<string, string> = {}
  const flawed = new Set(row.flaws.map(({ column }) => column))
  for (const field of typedFields(register)) {
    const { key } = field
    const isPersonal = field.personal === true
    const after = isPersonal ? row.personal[key] : row.fields[key]
    const before = isPersonal ? personal?.[key] : entry.fields[key]
    if (after === undefined || after === '' || register.identity?.includes(key)) continue
    if (isSame(before, after)) continue
    const kept = flawed.has(key) ? 'flawed' : isPersonal && personal === null ? 'sealed' : null
    changes.push({ column: key, label: field.label, field, before, after, personal: isPersonal, kept })
    if (kept !== null) continue
    if (isPersonal) sealed[key] = String(after)
    else fields[key] = after
  }
  const stages = stageChanges(register, row, entry)
  changes.push(...stages.changes, ...leftoverChanges(register, row, personal))
  const marker = settled(register, row, entry)
  if (marker !== null) {
    changes.push(marker)
    fields[marker.column] = null
  }
  const leftover = sheetField(register, 'leftover')?.key ?? ''
  const isCleared = marker !== null && personal?.[leftover] !== undefined
  const { [leftover]: _left, ...others } = personal ?? {}
  const resealed = Object.keys(sealed).length > 0 || isCleared
  return {
    changes,
    update: {
      fields,
      personal: resealed ? { ...(isCleared ? others : personal), ...sealed } : null,
      stages: stages.stages,
    },
  }
}

/** What no column could take of the row, unless it stands with the entry already. */
function leftoverChanges(register: RegisterDefinition, { leftover }: SheetRow, personal: PersonalFields | null) {
  const field = sheetField(register, 'leftover')
  if (field === null) return []
  const known = new Set((personal?.[field.key] ?? '').split('\n'))
  return leftover
    .filter((text) => !text.split('\n').every((line) => known.has(line)))
    .map((after): RowChange => {
      const { key: column, label } = field
      return { column, label, field, before: undefined, after, personal: false, kept: 'flawed' }
    })
}

/** An import could not read these columns then; now all of the row is sound, and they stand in it. */
function settled(register: RegisterDefinition, row: SheetRow, { fields }: Entry): RowChange | null {
  const field = sheetField(register, 'unsettled')
  const before = field === null ? undefined : fields[field.key]
  if (field === null || typeof before !== 'string' || row.flaws.length > 0 || row.leftover.length > 0) return null
  const own = [...Object.keys(row.fields), ...Object.keys(row.personal)]
  const ofStages = row.stages.flatMap((stage) =>
    Object.entries(stage).flatMap(([key, value]) => (value === null || value === '' ? [] : [`${stage.kind}.${key}`])),
  )
  const read = new Set([...own, ...ofStages].map((id) => columnById(register, id)?.label))
  if (!before.split('、').every((label) => read.has(label))) return null
  return { column: field.key, label: field.label, field, before, after: undefined, personal: false, kept: null }
}
