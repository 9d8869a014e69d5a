import type { TooLong } from '../model/report/text-limits.ts'

/** Under a field that takes no more, so that what was cut off a paste is not missed; null where there is room. */
export function fieldLimitText(length: number, most: number): string | null {
  if (length < most) return null
  if (length === most) return `这里最多写${most}个字，已经写满。再多的没有收进来，请核对结尾，写短一些。`
  return `这里最多写${most}个字，现在有${length}个字，请删短。`
}

const partName: Readonly<Record<TooLong['part'], (name: string) => string>> = {
  text: (name) => `“${name}”的文字`,
  note: (name) => `“${name}”表下的注释`,
  remark: (name) => `${name}的备注`,
  title: (name) => `“${name}”的标题`,
  'sign-off': () => '落款单位',
  figure: (name) => `${name}里填的内容`,
}

/** Before a file is made: which part the unit above would not take, and what to do. */
export function tooLongMessage({ part, name, length, most }: TooLong): string {
  return `${partName[part](name)}有${length}个字，最多只能报送${most}个字，还没有生成文件。请把它删短，再报送。`
}
