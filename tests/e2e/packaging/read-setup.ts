import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/**
 * The texts compiled into an NSIS installer: its header as UTF-16. After a 28-byte first header with a signature comes
 * the header's packed length (top bit: deflated) and the header.
 */
export function readSetupTexts(file: string): string {
  const bytes = readFileSync(file)
  const signature = Buffer.concat([Buffer.from([0xef, 0xbe, 0xad, 0xde]), Buffer.from('NullsoftInst')])
  const start = bytes.indexOf(signature) - 4
  if (start < 0) throw new Error(`${file} is no NSIS installer`)
  const packed = bytes.readUInt32LE(start + 28) & 0x7fffffff
  const header = inflateRawSync(bytes.subarray(start + 32, start + 32 + packed))
  // The table of texts may start at an odd byte.
  return header.toString('utf16le') + header.subarray(1).toString('utf16le')
}
