import { CFB } from 'xlsx'

/** Records of a BIFF stream; [MS-XLS] 2.3. */
const FILE_PASS = 0x2f
const END_OF_SUBSTREAM = 0x0a

/** What an OLE file holds: an old workbook (.xls, .et), one with a password, or something else. */
export function oleKind(bytes: Uint8Array): 'workbook' | 'encrypted' | 'word' | 'not-a-sheet' | 'damaged' {
  let file: ReturnType<typeof CFB.read>
  try {
    file = CFB.read(bytes.slice(), { type: 'buffer' })
  } catch {
    return 'damaged'
  }
  const streamOf = (name: string) => CFB.find(file, name)?.content
  // A new workbook with a password is packed into an old container: [MS-OFFCRYPTO] 2.3.4.
  if (CFB.find(file, 'EncryptedPackage') !== null) return 'encrypted'
  const stream = streamOf('Workbook') ?? streamOf('Book')
  if (stream === undefined) return CFB.find(file, 'WordDocument') === null ? 'not-a-sheet' : 'word'
  return hasFilePass(stream) ? 'encrypted' : 'workbook'
}

function hasFilePass(stream: ArrayLike<number>): boolean {
  const at = (i: number): number => (stream[i] ?? 0) | ((stream[i + 1] ?? 0) << 8)
  for (let i = 0; i + 4 <= stream.length; i += 4 + at(i + 2)) {
    const record = at(i)
    if (record === FILE_PASS) return true
    if (record === END_OF_SUBSTREAM) return false
  }
  return false
}
