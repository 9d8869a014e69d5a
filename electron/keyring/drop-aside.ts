import { dropKeys } from './keyring-content.ts'
import { type AsideFile, type KeyringPlace, readAside } from './keyring-copies.ts'
import { keyringBytes } from './keyring-file.ts'

/**
 * Takes keys out of the keyrings that were put aside too, and gives the files of which it can't be said that nothing of
 * the keys is left. Throws what the disk throws.
 */
export async function dropAside(place: KeyringPlace, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const unreached: string[] = []
  for (const aside of await readAside(place)) {
    const { bytes, isReached } = withoutKeys(aside, ids)
    if (!bytes.equals(aside.bytes)) await place.files.writeWhole(aside.file, bytes)
    if (!isReached) unreached.push(aside.file)
  }
  return unreached
}

function withoutKeys({ bytes, content }: AsideFile, ids: ReadonlySet<string>): { bytes: Buffer; isReached: boolean } {
  if (content === 'newer') return { bytes, isReached: false }
  if (content === 'damaged') return cutOut(bytes, ids)
  dropKeys(content, ids)
  return { bytes: keyringBytes(content).whole, isReached: true }
}

/** A key and its id, as they stand in a keyring's JSON. */
const KEY = /\["([^"]{1,100})","[^"]*"\],?/g
/** Shorter than any key: a file without it is zeroed or empty. */
const LIKE_A_KEY = /[A-Za-z0-9+/]{16}/

/** Out of a file that can't be read as a whole. A key whose id was not found may stand there with a damaged one. */
function cutOut(bytes: Buffer, ids: ReadonlySet<string>): { bytes: Buffer; isReached: boolean } {
  const text = bytes.toString('latin1')
  const found = new Set<string>()
  const left = text.replace(KEY, (whole, id: string) => {
    if (!ids.has(id)) return whole
    found.add(id)
    return ''
  })
  const isReached = found.size === ids.size || !LIKE_A_KEY.test(text)
  return { bytes: Buffer.from(left, 'latin1'), isReached }
}
