import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type CheckedRow, placeKey } from '../../../shared/steps/sheets/check-rows.ts'
import { columnById } from '../../../shared/steps/sheets/sheet-columns.ts'
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
  stored: ReadonlyMap<string, string>,
): string[] {
  const { flaws, likeRow } = row
  const like = stored.get(placeKey(row))
  return [
    ...(like === undefined ? [] : [`台账里已经有了${like === '' ? '' : `（${like}）`}`]),
    ...(likeRow === null ? [] : [`和${rowPlaceText(likeRow)}重复`]),
    ...flaws.map((flaw) => rowFlawText(columnById(register, flaw.column)?.label ?? flaw.column, flaw)),
  ]
}
