/** A sealed text as it stands in a frame's line; what somebody typed can't look like it, its quotes are escaped. */
const SEALED = /"keyId":"([^".]{1,20})\.[^"]*"/g

/**
 * The keyrings under which a journal's records are sealed, by id, in the order in which they came up. `frames`: whole
 * lines, piece by piece.
 */
export async function sealedUnder(frames: AsyncIterable<Buffer>): Promise<readonly string[]> {
  const ids = new Set<string>()
  for await (const lines of frames) {
    for (const [, id] of lines.toString('latin1').matchAll(SEALED)) if (id !== undefined) ids.add(id)
  }
  return [...ids]
}
