import { crc32 } from 'node:zlib'

/**
 * A journal line: `<crc32 of the JSON, 8 hex digits> <JSON>\n`. JSON text holds no raw line break, so a line that was
 * written whole has exactly one, at its end.
 */
export const NEWLINE = 0x0a
const PREFIX = 9

export function encodeLine(json: string): Buffer {
  const bytes = Buffer.from(json)
  return Buffer.concat([Buffer.from(`${checksum(bytes)} `), bytes, Buffer.of(NEWLINE)])
}

/** The JSON's bytes of a line given without its line break; null where the checksum does not fit. */
export function decodeLine(line: Buffer): Buffer | null {
  if (line.length <= PREFIX || line[PREFIX - 1] !== 0x20) return null
  const json = line.subarray(PREFIX)
  return line.toString('latin1', 0, PREFIX - 1) === checksum(json) ? json : null
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}
