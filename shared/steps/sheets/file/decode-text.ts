/** Of a text that is cut in places, as many characters may be broken. */
const MOST_BROKEN = 0.02

/**
 * Text of a file whose encoding nobody said: a byte order mark decides; else UTF-8 where it is sound, else GB18030,
 * which Excel and WPS write on Chinese Windows and which takes GBK and GB2312 too. Where both break on a character, some
 * program has cut one in half: it is read with U+FFFD in that place, by the one that breaks less. Null where hardly
 * anything can be read.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  const wide = bareUtf16(bytes)
  if (wide !== null) return decodeAs(wide, bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes) ?? decodeBroken(bytes)
}

/** UTF-16 without its mark: separators and line breaks have a zero byte beside them, always on the same side. */
export function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // 开 has one too, on the other side.
  if (odd > 4 && odd > 4 * even) return 'utf-16le'
  return even > 4 && even > 4 * odd ? 'utf-16be' : null
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeBroken(bytes: Uint8Array): string | null {
  const read = ['utf-8', 'gb18030'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, broken: text.split('\uFFFD').length - 1 }
  })
  const [best] = read.sort((a, b) => a.broken - b.broken)
  return best === undefined || best.broken > Math.max(3, best.text.length * MOST_BROKEN) ? null : best.text
}
