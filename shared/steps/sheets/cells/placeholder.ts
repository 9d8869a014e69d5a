import type { RegisterField, StageField } from '../../../catalogue/registers/register-definition.ts'
import type { FieldValue } from '../../../model/entry/entry-record.ts'

/** What offices write where there is nothing: a list is not left blank, so that nobody writes into it later. */
const nothing = /^([/／\\|｜]+|[-—–－﹣ー]+|无|没有|暂无|空|无此项|不涉及|未涉及|n\/?a)$/i

/** What programs keep where there is no day: the days from which they count. */
const noDay =
  /^(0|1899-12-3[01]|1900[-/年](1|01|0)[-/月](0|00|1|01)日?|0001-01-01|0000-00-00)([T\s]0?0:00(:00(\.0+)?)?)?$/

/**
 * Whether a cell says that there is nothing: 文号 `/`, 延期日期 无. Not where 无 is an answer (yes or no, a choice of that
 * name), nor in a long text or one that must be filled in, where it is what somebody said.
 */
export function isPlaceholder(field: StageField | RegisterField, text: string, value: FieldValue): boolean {
  if (field.required === true && field.kind === 'text') return false
  if (field.kind === 'date' && noDay.test(text)) return true
  if (field.kind === 'longText' || field.kind === 'flag' || !nothing.test(text)) return false
  return field.choices?.some((choice) => choice.value === value) !== true
}
