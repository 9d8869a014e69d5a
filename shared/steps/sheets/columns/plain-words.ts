import { withoutInvisible } from '../../../values/invisible.ts'

/** A heading or a choice as it is compared: without width, case, spaces and marks; brackets go, what stands in them stays. */
export function plainWords(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:：、，,。.;；“”"'‘’《》<>()[\]【】〔〕_/-]/g, '')
    .replaceAll('时间', '日期')
}

const brackets = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】/g

/** What stands outside of brackets and in each of them: `公开（部分公开）` is 公开 and 部分公开. None of it is empty. */
export function splitBrackets(text: string): { readonly outside: string; readonly inside: readonly string[] } {
  const wide = withoutInvisible(text).normalize('NFKC')
  const inside = [...wide.matchAll(brackets)].map(([, round, square, black]) => round ?? square ?? black ?? '')
  return {
    outside: wide.replace(brackets, '').trim(),
    inside: inside.map((one) => one.trim()).filter((one) => one !== ''),
  }
}
