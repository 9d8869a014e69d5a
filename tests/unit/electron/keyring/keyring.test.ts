import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { unwrapKey } from '../../../../electron/keyring/cipher.ts'
import { removeTemporaryFiles } from '../../../../electron/keyring/keyring-copies.ts'
import { keyringBytes } from '../../../../electron/keyring/keyring-file.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { fakeSecrets } from './fake-secrets.ts'
import { contentOf, copyNames, must, namesIn, record, seal, startKeyring, unseal } from './keyring-fixture.ts'

const person = '{"name":"张三","idNumber":"420921198001011234"}'

let folder: string
const file = () => path.join(folder, 'keyring.json')

beforeEach(() => {
  folder = temporaryFolder()
})

/** The base64 text with one bit of its bytes changed. */
function changed(base64: string, at = 0): string {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes.toString('base64')
}

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
    for (const name of copyNames) {
      expect([...contentOf(folder, name).keys.keys()].sort()).toEqual([first.keyId, other.keyId].sort())
    }
    expect(await unseal(keyring, again, other, first)).toEqual([`${person} `, person, person])
  })

  it('names the keyring in each key, and counts its writes', async () => {
    const keyring = startKeyring(folder)
    const { keyId } = await seal(keyring, person)
    const { id, generation } = contentOf(folder, 'keyring.json')
    expect(id).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    expect(keyId.startsWith(`${id}.`)).toBe(true)
    expect(generation).toBe(1)
    await seal(keyring, person)
    await seal(keyring, person, keyId)
    expect(contentOf(folder, 'keyring.json').generation).toBe(2)
    expect(must(await keyring.privacy().then((state) => ({ ok: true, value: state.keyring })))).toBe(id)
  })

  it('writes many records together', async () => {
    const { counted, files } = countedWrites()
    const keyring = startKeyring(folder, { files })
    const sealed = await Promise.all(Array.from({ length: 500 }, (_, i) => seal(keyring, String(i))))
    expect(counted.writes).toBeLessThan(5 * copyNames.length)
    expect(await unseal(startKeyring(folder), ...sealed)).toEqual(Array.from({ length: 500 }, (_, i) => String(i)))
  })

  it('has no key in clear on disk where the system protects, and no wrap of the account beside the journal', async () => {
    const secrets = fakeSecrets('clerk')
    await seal(startKeyring(folder), person)
    const { master } = contentOf(folder, 'keyring.json')
    const { secret } = await secrets.unwrap(master?.kind === 'system' ? master.wrapped : '')
    for (const name of copyNames) {
      const text = readFileSync(path.join(folder, name), 'utf8')
      expect(text).not.toContain(secret.toString('base64'))
      expect(text).not.toContain(secret.toString('hex'))
    }
    expect(contentOf(folder, 'journal/keyring-recovery.json').master).toBeNull()
  })

  it('leaves a master key in clear in nothing that may leave the folder', async () => {
    await seal(startKeyring(folder, { secrets: fakeSecrets(null) }), person)
    const { master } = contentOf(folder, 'keyring.json')
    const key = master?.kind === 'clear' ? master.key : ''
    expect(key).toHaveLength(44)
    expect(readFileSync(path.join(folder, 'journal/keyring-recovery.json'), 'utf8')).not.toContain(key)
    expect(keyringBytes(contentOf(folder, 'keyring.json')).leaving.toString()).not.toContain(key)
  })
})

describe('Keyring.sealMany()', () => {
  it('gives each of 2,000 texts a key of its own in one write, and keeps the keys that were there', async () => {
    const { counted, files } = countedWrites()
    const keyring = startKeyring(folder, { files })
    const earlier = await seal(keyring, person)
    const texts = Array.from({ length: 2000 }, (_, index) => `{"name":"张${index}"}`)
    const sealed = must(await keyring.sealMany(texts.map((text) => ({ record, text }))))
    expect(counted.writes).toBe(2 * copyNames.length)
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
    const refused = await startKeyring(folder, { files }).sealMany([{ record, text: '{}' }])
    expect(refused).toMatchObject({ ok: false, problem: { code: 'disk-full' } })
    expect(namesIn(folder)).toEqual([])
  })
})

describe('Keyring.unseal()', () => {
  it('refuses what was changed, and what was sealed for another record', async () => {
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
    const altered = { text: null, why: 'altered' }
    const all = [...bad.map((one) => ({ record, sealed: one })), { record: 'requests|2', sealed }, { record, sealed }]
    expect(must(await keyring.unseal(all))).toEqual([...bad.map(() => altered), altered, { text: person }])
  })

  it('refuses keys that were exchanged in the file', async () => {
    const keyring = startKeyring(folder)
    const [a, b] = [await seal(keyring, 'a'), await seal(keyring, 'b')]
    for (const name of copyNames) {
      const content = contentOf(folder, name)
      const [x = '', y = ''] = [content.keys.get(a.keyId), content.keys.get(b.keyId)]
      content.keys.set(a.keyId, y).set(b.keyId, x)
      writeFileSync(path.join(folder, name), keyringBytes(content).whole)
    }
    expect(await unseal(startKeyring(folder), a, b)).toEqual([null, null])
  })

  it('says of a key that is in no copy that it is absent, and seals nothing over what it sealed', async () => {
    const keyring = startKeyring(folder)
    const earlier = copyNames.map((name) => [name, () => readFileSync(path.join(folder, name))] as const)
    await seal(keyring, 'a')
    const older = earlier.map(([name, read]) => [name, read()] as const)
    const b = await seal(keyring, 'b')
    for (const [name, bytes] of older) writeFileSync(path.join(folder, name), bytes)
    const later = startKeyring(folder)
    expect(must(await later.unseal([{ record, sealed: b }]))).toEqual([{ text: null, why: 'key-absent' }])
    expect(await later.seal('c', record, b.keyId)).toEqual({ ok: false, problem: { code: 'key-absent' } })
  })
})

describe('what the keyring gives to the window', () => {
  it('holds neither the master key nor a record’s', async () => {
    const keyring = startKeyring(folder, { secrets: fakeSecrets(null) })
    const sealed = await seal(keyring, person)
    const made = await keyring.makeRecoveryCode()
    const given = JSON.stringify([
      sealed,
      await keyring.sealMany([{ record, text: person }]),
      await keyring.unseal([{ record, sealed }]),
      made,
      await keyring.restore(must(made).code),
      await keyring.privacy(),
      await keyring.dropKeys([sealed.keyId]),
      await keyring.giveUp(),
    ])
    const { master, keys } = contentOf(folder, 'keyring.json')
    const secret = Buffer.from(master?.kind === 'clear' ? master.key : '', 'base64')
    const own = [...keys].map(([id, wrapped]) => unwrapKey(secret, id, wrapped) ?? Buffer.alloc(0))
    expect(own).toHaveLength(1)
    for (const key of [secret, ...own]) {
      expect(key).toHaveLength(32)
      for (const coding of ['base64', 'base64url', 'hex'] as const) expect(given).not.toContain(key.toString(coding))
    }
  })
})

describe('Keyring.privacy()', () => {
  const state = { recovery: 'none', hasOlder: false, problem: null }

  it('says how the keys are kept', async () => {
    expect(await startKeyring(folder).privacy()).toMatchObject({ ...state, protection: 'system' })
    const bare = startKeyring(temporaryFolder(), { secrets: fakeSecrets(null) })
    expect(await bare.privacy()).toMatchObject({ ...state, protection: 'none' })
  })

  it('is no reason to write anything', async () => {
    await startKeyring(folder).privacy()
    expect(readdirSync(folder)).toEqual([])
  })

  it('moves keys that lay in clear under the system once it protects', async () => {
    const sealed = await seal(startKeyring(folder, { secrets: fakeSecrets(null) }), person)
    const { master } = contentOf(folder, 'keyring.json')
    const later = startKeyring(folder)
    expect(await later.privacy()).toMatchObject({ protection: 'system' })
    for (const name of copyNames) {
      expect(readFileSync(path.join(folder, name), 'utf8')).not.toContain(master?.kind === 'clear' ? master.key : '')
    }
    expect(await unseal(later, sealed)).toEqual([person])
  })

  it('trusts no system that cannot open again what it took', async () => {
    const secrets = { ...fakeSecrets('clerk'), unwrap: () => Promise.reject(new Error('no')) }
    expect(await startKeyring(folder, { secrets }).privacy()).toMatchObject({ protection: 'none' })
  })

  it('leaves a newer program’s keyring alone', async () => {
    const newer = '{"v":2,"shape":"unknown"}'
    writeFileSync(file(), newer)
    const refused = { ok: false, problem: { code: 'newer-keyring' } }
    expect(await startKeyring(folder).seal('new', record)).toEqual(refused)
    expect(await startKeyring(folder).makeRecoveryCode()).toEqual(refused)
    expect(await startKeyring(folder).giveUp()).toEqual(refused)
    expect(readFileSync(file(), 'utf8')).toBe(newer)
  })
})

describe('removeTemporaryFiles()', () => {
  it('removes what a power cut left of a write, and nothing else', async () => {
    for (const name of ['.ogi-0123456789abcdef.tmp', '.ogi-x.tmp', 'keyring.json']) {
      writeFileSync(path.join(folder, name), '')
    }
    await removeTemporaryFiles([path.join(folder, 'journal'), folder], durableFiles)
    expect(readdirSync(folder)).toEqual(['.ogi-x.tmp', 'keyring.json'])
  })
})
