/** 行政区划代码 of 6 (county), 9 (township) or 12 digits, or a 统一社会信用代码 of 18 characters. */
const official = /^(\d{6}|\d{9}|\d{12}|[0-9A-Z]{18})$/

/** A code as typed, in the characters that all PCs write alike: full-width digits and spaces are made plain. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

export function isOfficialCode(code: string): boolean {
  return official.test(code)
}

/** A code for people: one that this program made up is none. */
export function codeText(code: string): string {
  return code.startsWith('local:') ? '没有代码' : code.replace(/^sample:/, '')
}
