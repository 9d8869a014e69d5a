import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { FieldValue } from '../../../shared/model/entry/entry-record.ts'
import { maskField } from '../../../shared/model/entry/mask.ts'
import { columnById } from '../../../shared/steps/sheets/columns/sheet-columns.ts'
import { type CheckedRow, placeKey } from '../../../shared/steps/sheets/rows/check-rows.ts'
import type { KnownRow } from '../../../shared/steps/sheets/rows/match-rows.ts'
import type { RowChange } from '../../../shared/steps/sheets/rows/row-change.ts'
import { rowChangeText, rowLinkText } from '../../../shared/wording/row-change.ts'
import { rowFlawText, rowPlaceText } from '../../../shared/wording/row-flaw.ts'
import { shownValue } from '../../kit/entry-text/list-columns.ts'

/** What a row says, in one line: what is not sealed. */
export function rowLine(register: RegisterDefinition, { fields, stages }: CheckedRow): string {
  const own = register.fields.flatMap((field) => {
    const text = field.kind === 'link' ? '' : shownValue(field, fields[field.key])
    return text === '' ? [] : [text]
  })
  const labels = stages.map(({ kind }) => register.stages?.find((stage) => stage.kind === kind)?.label ?? '')
  return [...own, ...labels].join(' · ')
}

/** Why a row is bad, or what it is like: one sentence each. */
export function rowReasons(
  register: RegisterDefinition,
  row: CheckedRow,
  known: ReadonlyMap<string, KnownRow>,
): string[] {
  const { flaws, likeRow } = row
  const there = known.get(placeKey(row))
  if (there !== undefined) return there.changes.map(changeText)
  return [
    ...(likeRow === null ? [] : [`和${rowPlaceText(likeRow)}重复`]),
    ...flaws.map((flaw) => rowFlawText(columnById(register, flaw.column)?.label ?? flaw.column, flaw)),
  ]
}

/** 方式：网络 → 当面提交; of a person only what does not name or reach them. */
function changeText(change: RowChange): string {
  return rowChangeText({ label: change.label, ...shownSides(change), kept: change.kept })
}

function shownSides({ field, personal, column, before, after }: RowChange) {
  const shown = (value: FieldValue | undefined): string => {
    if (value === undefined) return ''
    if (personal) return maskField(column, String(value))
    return field.kind === 'link' ? rowLinkText : shownValue(field, value)
  }
  return { before: shown(before), after: shown(after) }
}
