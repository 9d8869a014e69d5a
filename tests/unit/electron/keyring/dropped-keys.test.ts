import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { keyringBytes } from '../../../../electron/keyring/keyring-file.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { fakeSecrets } from './fake-secrets.ts'
import { contentOf, copyNames, must, namesIn, record, seal, startKeyring, unseal } from './keyring-fixture.ts'

let folder: string
const at = (name: string) => path.join(folder, name)

beforeEach(() => {
  folder = temporaryFolder()
})

describe('Keyring.dropKeys()', () => {
  it('leaves the key in no copy, and everything else readable', async () => {
    const keyring = startKeyring(folder)
    const [gone, kept] = [await seal(keyring, 'gone'), await seal(keyring, 'kept')]
    const key = contentOf(folder, 'keyring.json').keys.get(gone.keyId) ?? ''
    expect(await keyring.dropKeys([gone.keyId])).toEqual({ ok: true, value: { unreached: [] } })
    for (const one of [keyring, startKeyring(folder)]) expect(await unseal(one, gone, kept)).toEqual([null, 'kept'])
    expect(must(await keyring.unseal([{ record, sealed: gone }]))).toEqual([{ text: null, why: 'erased' }])
    expect(namesIn(folder)).toEqual([...copyNames].sort())
    for (const name of copyNames) {
      expect(readFileSync(at(name), 'utf8')).not.toContain(key)
      expect(contentOf(folder, name).dropped).toEqual(new Set([gone.keyId]))
    }
  })

  it('gives a record that is sealed again afterwards another key', async () => {
    const keyring = startKeyring(folder)
    const before = await seal(keyring, 'before')
    await keyring.dropKeys([before.keyId])
    const after = await seal(keyring, 'after', before.keyId)
    expect(after.keyId).not.toBe(before.keyId)
    expect(await unseal(keyring, before, after)).toEqual([null, 'after'])
  })

  it('is not undone by an older copy that is put back', async () => {
    const keyring = startKeyring(folder)
    const gone = await seal(keyring, 'gone')
    const older = readFileSync(at('keyring.json'))
    await keyring.dropKeys([gone.keyId])
    for (const name of ['keyring.json', 'keyring-copy.json']) writeFileSync(at(name), older)
    expect(await unseal(startKeyring(folder), gone)).toEqual([null])
    for (const name of copyNames) expect(contentOf(folder, name).keys.size).toBe(0)
  })

  it('needs no master key', async () => {
    const keyring = startKeyring(folder)
    const [gone, kept] = [await seal(keyring, 'gone'), await seal(keyring, 'kept')]
    const other = startKeyring(folder, { secrets: fakeSecrets('other') })
    expect((await other.seal('x', record)).ok).toBe(false)
    expect(await other.dropKeys([gone.keyId])).toMatchObject({ ok: true })
    expect(await unseal(startKeyring(folder), gone, kept)).toEqual([null, 'kept'])
  })
})

describe('what Keyring.dropKeys() does to keyrings that were put aside', () => {
  const aside = 'keyring-damaged-1800000000000.json'

  /** A copy is damaged and put aside; gives what was sealed before. */
  async function withDamaged(damage: (whole: Buffer) => Buffer) {
    const keyring = startKeyring(folder)
    const [gone, kept] = [await seal(keyring, 'gone'), await seal(keyring, 'kept')]
    writeFileSync(at('keyring.json'), damage(readFileSync(at('keyring.json'))))
    expect(await unseal(startKeyring(folder), gone, kept)).toEqual(['gone', 'kept'])
    return { gone, kept }
  }

  it('takes the key out of one that lost a byte elsewhere', async () => {
    const { gone, kept } = await withDamaged((whole) => whole.subarray(0, whole.length - 3))
    const key = contentOf(folder, 'keyring-copy.json').keys.get(gone.keyId) ?? ''
    expect(readFileSync(at(aside), 'utf8')).toContain(key)
    expect(await startKeyring(folder).dropKeys([gone.keyId])).toEqual({ ok: true, value: { unreached: [] } })
    const left = readFileSync(at(aside), 'utf8')
    expect(left).not.toContain(key)
    expect(left).toContain(kept.keyId)
  })

  it('names one in which the key can’t be found any more', async () => {
    const { gone } = await withDamaged((whole) => {
      const text = whole.toString('latin1')
      const end = text.indexOf(firstKeyId(text)) + 20
      return Buffer.from(text.slice(0, end - 4) + text.slice(end), 'latin1')
    })
    const result = await startKeyring(folder).dropKeys([gone.keyId])
    expect(result).toEqual({ ok: true, value: { unreached: [at(aside)] } })
    // Asked again, it is said again.
    expect(await startKeyring(folder).dropKeys([gone.keyId])).toEqual(result)
  })

  it('does not name one in which nothing is left', async () => {
    const { gone } = await withDamaged((whole) => Buffer.alloc(whole.length))
    expect(await startKeyring(folder).dropKeys([gone.keyId])).toEqual({ ok: true, value: { unreached: [] } })
  })

  it('takes the key out of a whole one, which stays whole', async () => {
    const keyring = startKeyring(folder)
    const [gone, kept] = [await seal(keyring, 'gone'), await seal(keyring, 'kept')]
    const other = 'keyring-other-1700000000000.json'
    writeFileSync(at(other), keyringBytes(contentOf(folder, 'keyring.json')).whole)
    expect(await keyring.dropKeys([gone.keyId])).toEqual({ ok: true, value: { unreached: [] } })
    writeFileSync(at('journal/keyring-recovery.json'), readFileSync(at(other)))
    const { keys, dropped } = contentOf(folder, 'journal/keyring-recovery.json')
    expect([...keys.keys()]).toEqual([kept.keyId])
    expect([...dropped]).toEqual([gone.keyId])
  })
})

/** The id of the first key in a keyring's text. */
function firstKeyId(text: string): string {
  return /"keys":\[\["([^"]+)"/.exec(text)?.[1] ?? ''
}
