import { beijingDate, chineseDate } from '../calendar/chinese-date.ts'
import type { Written } from '../model/entry/who-wrote.ts'

/**
 * Who entered something and who changed it last: 王芳，2025年3月2日登记；李明（孝昌县人民政府代填），2025年4月1日改过. `nameOf`: of
 * a unit by its code, null where this PC does not know it.
 */
export function writtenByText(
  { began, changed }: { readonly began: Written; readonly changed: Written },
  nameOf: (code: string) => string | null,
): string {
  const first = beganText(began, nameOf)
  const isSame = began.author === changed.author && began.actingUnit === changed.actingUnit
  if (isSame && dayOf(began) === dayOf(changed)) return `${first}。`
  return `${first}；${isSame ? '' : `${whoText(changed, nameOf)}，`}${dayOf(changed)}改过。`
}

/** `（孝昌县人民政府代填）`; null: this PC does not know who. */
export function filledByText(name: string | null): string {
  return `（${name ?? '上级单位'}代填）`
}

function beganText(began: Written, nameOf: (code: string) => string | null): string {
  const day = `${dayOf(began)}登记`
  return began.author === '' && began.actingUnit === null
    ? `${day}（${whoText(began, nameOf)}）`
    : `${whoText(began, nameOf)}，${day}`
}

function whoText({ author, actingUnit }: Written, nameOf: (code: string) => string | null): string {
  return `${author === '' ? '未填登记人' : author}${actingUnit === null ? '' : filledByText(nameOf(actingUnit))}`
}

function dayOf({ time }: Written): string {
  return chineseDate(beijingDate(time))
}
