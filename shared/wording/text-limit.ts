import type { TooLong } from '../model/report/text-limits.ts'

/** Under a field that takes no more, so that what was cut off a paste is not missed; null where there is room. */
export function fieldLimitText(length: number, most: number): string | null {
  if (length < most) return null
  if (length === most) return `这里最多写${most}个字，已经写满。超出的没有填入，请核对结尾并改短。`
  return `这里最多写${most}个字，现在有${length}个字，请改短。`
}

const partName: Readonly<Record<TooLong['part'], (name: string) => string>> = {
  text: (name) => `“${name}”的文字`,
  note: (name) => `“${name}”的表注`,
  remark: (name) => `${name}的备注`,
  title: (name) => `“${name}”的标题`,
  'sign-off': () => '落款单位',
  figure: (name) => `${name}里填的内容`,
}

/** Before a file is made: which part the unit above would not take, and what to do. */
export function tooLongMessage({ part, name, length, most }: TooLong): string {
  return `${partName[part](name)}有${length}个字，最多只能报送${most}个字，没有生成文件。请改短后再报送。`
}
