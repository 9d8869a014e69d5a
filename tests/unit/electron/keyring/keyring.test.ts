import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { removeTemporaryFiles } from '../../../../electron/keyring/keyring-file.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { fakeSecrets } from './fake-secrets.ts'
import { must, seal, startKeyring, unseal } from './keyring-fixture.ts'

const person = '{"name":"张三","idNumber":"420921198001011234"}'

let folder: string
const file = () => path.join(folder, 'keyring.json')
const onDisk = () => JSON.parse(readFileSync(file(), 'utf8'))

beforeEach(() => {
  folder = temporaryFolder()
})

/** The base64 text with one bit of its bytes changed. */
function changed(base64: string, at = 0): string {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes.toString('base64')
}

describe('Keyring.seal()', () => {
  it('gives what a later start opens again', async () => {
    const sealed = await seal(startKeyring(folder), person)
    expect(JSON.stringify(sealed)).not.toContain('420921')
    expect(Buffer.from(sealed.data, 'base64').toString()).not.toContain('张三')
    expect(await unseal(startKeyring(folder), sealed)).toEqual([person])
  })

  it('gives each record a key of its own, and keeps it when the record is sealed again', async () => {
    const keyring = startKeyring(folder)
    const first = await seal(keyring, person)
    const other = await seal(keyring, person)
    const again = await seal(keyring, `${person} `, first.keyId)
    expect(other.keyId).not.toBe(first.keyId)
    expect(again.keyId).toBe(first.keyId)
    expect(again.nonce).not.toBe(first.nonce)
    expect(Object.keys(onDisk().keys).sort()).toEqual([first.keyId, other.keyId].sort())
    expect(await unseal(keyring, again, other, first)).toEqual([`${person} `, person, person])
  })

  it('writes many records together', async () => {
    let writes = 0
    const files = {
      ...durableFiles,
      writeWhole: (to: string, bytes: Uint8Array) => {
        writes++
        return durableFiles.writeWhole(to, bytes)
      },
    }
    const keyring = startKeyring(folder, { files })
    const sealed = await Promise.all(Array.from({ length: 500 }, (_, i) => seal(keyring, String(i))))
    expect(writes).toBeLessThan(5)
    expect(await unseal(startKeyring(folder), ...sealed)).toEqual(Array.from({ length: 500 }, (_, i) => String(i)))
  })

  it('has no key in clear on disk where the system protects', async () => {
    const secrets = fakeSecrets('clerk')
    await seal(startKeyring(folder), person)
    const { secret } = await secrets.unwrap(onDisk().master.wrapped)
    const text = readFileSync(file(), 'utf8')
    expect(text).not.toContain(secret.toString('base64'))
    expect(text).not.toContain(secret.toString('hex'))
  })
})

describe('Keyring.sealMany()', () => {
  function countedWrites() {
    const counted = { writes: 0 }
    const files = {
      ...durableFiles,
      writeWhole: (to: string, bytes: Uint8Array) => {
        counted.writes++
        return durableFiles.writeWhole(to, bytes)
      },
    }
    return { counted, files }
  }

  it('gives each of 2,000 texts a key of its own in one write, and keeps the keys that were there', async () => {
    const { counted, files } = countedWrites()
    const keyring = startKeyring(folder, { files })
    const earlier = await seal(keyring, person)
    const texts = Array.from({ length: 2000 }, (_, index) => `{"name":"张${index}"}`)
    const sealed = must(await keyring.sealMany(texts))
    expect(counted.writes).toBe(2)
    expect(new Set(sealed.map(({ keyId }) => keyId)).size).toBe(2000)
    const opened = await unseal(startKeyring(folder), earlier, ...sealed)
    expect(opened).toEqual([person, ...texts])
  })

  it('writes nothing for nothing', async () => {
    const { counted, files } = countedWrites()
    expect(await startKeyring(folder, { files }).sealMany([])).toEqual({ ok: true, value: [] })
    expect(counted.writes).toBe(0)
  })

  it('seals nothing where the keys do not come on disk', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const files = { ...durableFiles, writeWhole: () => Promise.reject(full) }
    const refused = await startKeyring(folder, { files }).sealMany(['{}', '{}'])
    expect(refused).toMatchObject({ ok: false, problem: { code: 'disk-full' } })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('Keyring.unseal()', () => {
  it('refuses what was changed, and what was moved to another record', async () => {
    const keyring = startKeyring(folder)
    const sealed = await seal(keyring, person)
    const other = await seal(keyring, '{}')
    const bad = [
      { ...sealed, data: changed(sealed.data) },
      { ...sealed, data: changed(sealed.data, Buffer.from(sealed.data, 'base64').length - 1) },
      { ...sealed, nonce: changed(sealed.nonce) },
      { ...sealed, keyId: other.keyId },
      { ...sealed, data: 'AAAA' },
      { ...sealed, nonce: 'AAAA' },
    ]
    expect(await unseal(keyring, ...bad, sealed)).toEqual([...bad.map(() => null), person])
  })

  it('refuses keys that were exchanged in the file', async () => {
    const keyring = startKeyring(folder)
    const [a, b] = [await seal(keyring, 'a'), await seal(keyring, 'b')]
    const json = onDisk()
    writeFileSync(
      file(),
      JSON.stringify({ ...json, keys: { [a.keyId]: json.keys[b.keyId], [b.keyId]: json.keys[a.keyId] } }),
    )
    expect(await unseal(startKeyring(folder), a, b)).toEqual([null, null])
  })
})

describe('Keyring.dropKeys()', () => {
  it('leaves no copy of the key, and everything else readable', async () => {
    const keyring = startKeyring(folder)
    const [gone, kept] = [await seal(keyring, 'gone'), await seal(keyring, 'kept')]
    const key: string = onDisk().keys[gone.keyId].data
    expect(await keyring.dropKeys([gone.keyId, 'unknown'])).toEqual({ ok: true, value: null })
    expect(await unseal(keyring, gone, kept)).toEqual([null, 'kept'])
    expect(await unseal(startKeyring(folder), gone, kept)).toEqual([null, 'kept'])
    expect(readdirSync(folder)).toEqual(['keyring.json'])
    expect(readFileSync(file(), 'utf8')).not.toContain(key)
  })

  it('gives a record that is sealed again afterwards another key', async () => {
    const keyring = startKeyring(folder)
    const before = await seal(keyring, 'before')
    await keyring.dropKeys([before.keyId])
    const after = await seal(keyring, 'after', before.keyId)
    expect(after.keyId).not.toBe(before.keyId)
    expect(await unseal(keyring, before, after)).toEqual([null, 'after'])
  })
})

describe('Keyring.privacy()', () => {
  it('says how the keys are kept', async () => {
    expect(await startKeyring(folder).privacy()).toEqual({ protection: 'system', recovery: 'none', problem: null })
    const bare = startKeyring(temporaryFolder(), { secrets: fakeSecrets(null) })
    expect(await bare.privacy()).toEqual({ protection: 'none', recovery: 'none', problem: null })
  })

  it('is no reason to write anything', async () => {
    await startKeyring(folder).privacy()
    expect(readdirSync(folder)).toEqual([])
  })

  it('moves keys that lay in clear under the system once it protects', async () => {
    const sealed = await seal(startKeyring(folder, { secrets: fakeSecrets(null) }), person)
    const { key } = onDisk().master
    const later = startKeyring(folder)
    expect(await later.privacy()).toMatchObject({ protection: 'system' })
    expect(readFileSync(file(), 'utf8')).not.toContain(key)
    expect(await unseal(later, sealed)).toEqual([person])
  })

  it('trusts no system that cannot open again what it took', async () => {
    const secrets = { ...fakeSecrets('clerk'), unwrap: () => Promise.reject(new Error('no')) }
    expect(await startKeyring(folder, { secrets }).privacy()).toMatchObject({ protection: 'none' })
  })
})

describe('a keyring file that cannot be read', () => {
  it.each([
    ['half of it is missing', (text: string) => text.slice(0, text.length / 2)],
    ['it is empty', () => ''],
    ['a part is not ours', (text: string) => text.replace('"check"', '"cheque"')],
  ])('is put aside and replaced by nothing: %s', async (_what, damage) => {
    const sealed = await seal(startKeyring(folder), person)
    const whole = readFileSync(file(), 'utf8')
    writeFileSync(file(), damage(whole))
    const savedAs = path.join(folder, 'keyring-damaged-1800000000000.json')
    const problem = { code: 'keyring-damaged', savedAs }
    const keyring = startKeyring(folder)
    expect(await keyring.seal('new')).toEqual({ ok: false, problem })
    expect(await keyring.unseal([sealed])).toEqual({ ok: false, problem })
    expect(await keyring.privacy()).toEqual({ protection: 'system', recovery: 'none', problem })
    expect(readdirSync(folder)).toEqual([path.basename(savedAs)])
    expect(readFileSync(savedAs, 'utf8')).toBe(damage(whole))
    // Also after the next start, until a good file is put back.
    expect(await startKeyring(folder).seal('new')).toEqual({ ok: false, problem })
    writeFileSync(file(), whole)
    expect(await unseal(startKeyring(folder), sealed)).toEqual([person])
  })

  it('is followed by a new one when a new recovery code is made', async () => {
    writeFileSync(file(), '{')
    const keyring = startKeyring(folder)
    await keyring.privacy()
    const code = must(await keyring.makeRecoveryCode())
    const sealed = await seal(keyring, person)
    expect(readdirSync(folder)).toEqual(['keyring-damaged-1800000000000.json', 'keyring.json'])
    const elsewhere = startKeyring(folder, { secrets: fakeSecrets('other') })
    expect(await elsewhere.restore(code)).toEqual({ ok: true, value: null })
    expect(await unseal(elsewhere, sealed)).toEqual([person])
  })

  it('is left alone where a newer program wrote it', async () => {
    const newer = '{"v":2,"shape":"unknown"}'
    writeFileSync(file(), newer)
    expect(await startKeyring(folder).seal('new')).toEqual({ ok: false, problem: { code: 'newer-keyring' } })
    expect(await startKeyring(folder).makeRecoveryCode()).toEqual({ ok: false, problem: { code: 'newer-keyring' } })
    expect(readFileSync(file(), 'utf8')).toBe(newer)
  })
})

describe('removeTemporaryFiles()', () => {
  it('removes what a power cut left of a write, and nothing else', async () => {
    for (const name of ['.ogi-0123456789abcdef.tmp', '.ogi-x.tmp', 'keyring.json']) {
      writeFileSync(path.join(folder, name), '')
    }
    await removeTemporaryFiles({ folder, files: durableFiles })
    expect(readdirSync(folder)).toEqual(['.ogi-x.tmp', 'keyring.json'])
  })
})
