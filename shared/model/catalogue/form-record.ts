import { type Groups, groupValue } from '../../record/groups.ts'
import type { Json } from '../../values/json.ts'

/**
 * A form that was brought to this PC, as its data. Entity `catalogue`, record id `form|<id>`; one group, `form`. It is read
 * when the store opens; whether it holds together with the rest is for `openCatalogue()` to say.
 */
const FORM = 'form'

export function formRecordId(form: string): string {
  return `${FORM}|${form}`
}

/** The form that a record holds; null where it holds none, or is a record of another kind. */
export function readFormRecord(record: string, groups: Groups): Json {
  return record.startsWith(`${FORM}|`) ? groupValue(groups, FORM) : null
}
