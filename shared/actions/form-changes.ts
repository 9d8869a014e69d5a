import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CatalogueProblem } from '../catalogue/catalogue-problem.ts'
import { addForm } from '../catalogue/open-catalogue.ts'
import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { formRecordId } from '../model/catalogue/form-record.ts'
import type { Groups } from '../record/groups.ts'
import { z } from '../values/parse.ts'
import { fail, ok, type Result } from '../values/result.ts'

/**
 * Brings a form to this PC: the door that an assignment uses. One that does not hold together with what is known is
 * refused with everything that is wrong with it, and changes nothing. It counts from the next start on. `read`: the
 * groups of a record of the catalogue.
 */
export function formChanges(
  catalogue: Catalogue,
  form: unknown,
  read: (record: string) => Groups,
): Result<Change[], readonly CatalogueProblem[]> {
  const more = addForm(catalogue.data, form)
  if (!more.ok) return more
  const before = new Set(catalogue.data.forms.map(({ id }) => id))
  const added = more.value.data.forms.find(({ id }) => !before.has(id))
  const data = z.json().safeParse(form)
  if (added === undefined || !data.success) return fail([{ code: 'bad-shape', of: added?.id ?? '', detail: '' }])
  const record = formRecordId(added.id)
  return ok(setGroup('catalogue', record, read(record), 'form', data.data))
}
