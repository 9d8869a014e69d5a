import { bareUtf16 } from './decode-text.ts'

/** `other-sheet`: a sheet of another program or time: Excel 2 to 4, SYLK, DIF, dBASE, a web page with its files in one. */
export type FileKind = 'zip' | 'ole' | 'other-sheet' | 'pdf' | 'picture' | 'archive' | 'markup' | 'text' | 'binary'

const starts: readonly [kind: FileKind, bytes: readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['other-sheet', [0x09, 0x00, 0x04, 0x00]],
  ['other-sheet', [0x09, 0x02, 0x06, 0x00]],
  ['other-sheet', [0x09, 0x04, 0x06, 0x00]],
  // Excel 5 and later without their container, as old report programs write them.
  ['other-sheet', [0x09, 0x08, 0x08, 0x00]],
  ['other-sheet', [0x09, 0x08, 0x10, 0x00]],
  ['other-sheet', [0x00, 0x00, 0x02, 0x00, 0x06, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]

/** What a file is by its first bytes, whatever it is called. `markup`: a web page, as web systems hand out as .xls. */
export function fileKind(bytes: Uint8Array): FileKind {
  for (const [kind, start] of starts) if (start.every((byte, i) => bytes[i] === byte)) return kind
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16 || bareUtf16(bytes) !== null) return 'text'
  const head = bytes.subarray(0, 4096)
  if (isDbase(head)) return 'other-sheet'
  if (head.includes(0)) return 'binary'
  const text = String.fromCharCode(...head.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf/, '')
  if (/^(ID;P|TABLE\s+0,1|MIME-Version:|From: <)/i.test(text) || /<(office:document|uof:)/i.test(text))
    return 'other-sheet'
  return isMarkup(text) ? 'markup' : 'text'
}

/** Whether a text begins as a web page, or as the XML of a workbook, does. */
export function isMarkup(text: string): boolean {
  return /^\s*<(!doctype|html|head|meta|table|body|\?xml|!--|style|workbook|div)/i.test(text)
}

/** dBASE and FoxPro: a version, the day of the last change, and more headers than a text could begin with. */
function isDbase(head: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = head
  const isVersion = [0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version)
  return isVersion && month >= 1 && month <= 12 && day >= 1 && day <= 31 && head.includes(0)
}
