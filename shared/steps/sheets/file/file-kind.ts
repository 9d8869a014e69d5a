/** `old-sheet`: a book of Excel 2 to 4, which is no container yet. */
export type FileKind = 'zip' | 'ole' | 'old-sheet' | 'pdf' | 'picture' | 'archive' | 'markup' | 'text' | 'binary'

const starts: readonly [kind: FileKind, bytes: readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['old-sheet', [0x09, 0x00, 0x04, 0x00]],
  ['old-sheet', [0x09, 0x02, 0x06, 0x00]],
  ['old-sheet', [0x09, 0x04, 0x06, 0x00]],
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
  if (isUtf16) return 'text'
  const head = bytes.subarray(0, 4096)
  if (head.includes(0)) return 'binary'
  const text = String.fromCharCode(...head.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf/, '')
  return /^\s*<(!doctype|html|head|meta|table|body|\?xml|!--|style|workbook|div)/i.test(text) ? 'markup' : 'text'
}
