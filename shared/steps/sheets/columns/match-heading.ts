import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { plainWords, splitBrackets } from './plain-words.ts'
import { MOST_STAGES, sheetColumns } from './sheet-columns.ts'

/** Finds the column of a register that a heading names: its id, or null. */
export type MatchHeading = (heading: string) => string | null

/** What stands in the brackets of a heading and says only how the column is filled in, not what it is of. */
const harmless =
  /^(必填|选填|可不填|可空|非必填|单选|多选|格式.*|如.*|例.*|年月日|年[/.-]月[/.-]日|[y\d]{4}.*|单位([:：].*)?|[亿万千百]?元|件|条|个|次|份|天|日|工作日|第[1-9]次|全称|姓名|名称|姓名或名称|或名称|[\d、,]+)$/i

/** By our own labels first, then by what offices also call them. 来件日期（补正材料） is not 来件日期. */
export function headingMatcher(register: RegisterDefinition): MatchHeading {
  const columns = sheetColumns(register)
  const known = new Map<string, string>()
  const add = (name: string, id: string): void => {
    const plain = plainWords(name)
    if (!known.has(plain)) known.set(plain, id)
  }
  for (const { label, id } of columns) add(label, id)
  for (const { field, id } of columns) for (const name of field.also ?? []) add(name, id)
  // 信息处理费（元） by its name alone.
  for (const { label, id } of columns) if (isHarmless(label)) add(splitBrackets(label).outside, id)
  // 受理日期 is one thing to a request and another to a case: nobody else's name stands above the register's own.
  const stageIds = new Set(columns.flatMap(({ stage, id }) => (stage === null ? [] : [id])))
  return (heading) => {
    const wide = heading.normalize('NFKC').replace(/\s/g, '')
    const nth = Number(repeated.exec(wide)?.[1] ?? 1)
    const once = wide.replace(repeated, '')
    const id = known.get(plainWords(once)) ?? (isHarmless(once) ? known.get(withoutBrackets(once)) : null) ?? null
    if (nth === 1 || id === null) return id
    return stageIds.has(id) && nth <= MOST_STAGES ? `${id}#${nth}` : null
  }
}

/** 延期告知日期（第2次）, 第2次延期日期 */
const repeated = /\(?第([1-9])次\)?/

const isHarmless = (heading: string): boolean => {
  const { outside, inside } = splitBrackets(heading)
  return outside !== '' && inside.every((one) => harmless.test(one.replace(/\s/g, '')))
}

const withoutBrackets = (heading: string): string => plainWords(splitBrackets(heading).outside)
