import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Keyring } from '../../../../electron/keyring/keyring.ts'
import { ON_PAPER, openWithRecovery, wrapForRecovery } from '../../../../electron/keyring/recovery.ts'
import type { MadeCode } from '../../../../shared/desktop.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { fakeSecrets } from './fake-secrets.ts'
import { contentOf, copyNames, must, record, seal, startKeyring, unseal } from './keyring-fixture.ts'

let folder: string
let keyring: Keyring
let sealed: Awaited<ReturnType<typeof seal>>
const otherAccount = () => startKeyring(folder, { secrets: fakeSecrets('other') })
const refused = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) })
const make = async (one: Keyring): Promise<MadeCode> => must(await one.makeRecoveryCode())

beforeEach(async () => {
  folder = temporaryFolder()
  keyring = startKeyring(folder)
  sealed = await seal(keyring, '张三')
})

describe('wrapForRecovery()', () => {
  const code = '7KQM-2222-3333-4444-5555-6666'
  const master = Buffer.alloc(32, 7)
  /** Made by the program `age` 1.1.1 for the recipient that its `age-keygen -y` gives for the code's key. */
  const recipient = 'age1erpchkcz4720fqv5x3nevzy9x7n0r4umv37t99ykuq2fm5cs44vq597ssf'
  const file =
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBSbFZlT0NjYU9KNVAvTVhNZmxTb0lNa0pueERvWWw3dktuenYyd1lFc1JnCnh2S0FHSitqcm9nVUo5Y2l5RVk4L1JxOEtNbFNuUktQM0NqVzVTdjdCWWsKLS0tIDg5YlZ6RzlycW0vU2JCeFRGYnBkMm1pY2ptRVprNVdhQVJYK1cyc3ZvenMKLkImP/VeTzH99pKGcgHqKtnMdqLIDZ6ZzKH0YWJ96Bj5D47t3YPSGZ3ch/WdoYfH2zTvU278ZsfZrnie6/mA9w=='

  it('makes an age file to the key that comes of the code, and no other code opens it', async () => {
    const wrap = await wrapForRecovery(code, master, ON_PAPER)
    expect(wrap.recipient).toBe(recipient)
    expect(Buffer.from(wrap.file, 'base64').toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /)
    expect(await openWithRecovery(code, [wrap])).toEqual(master)
    expect(await openWithRecovery(code.replace('7', '8'), [wrap])).toBeNull()
  })

  it('opens what age made, among others', async () => {
    const other = await wrapForRecovery('2222-2222-3333-4444-5555-6666', Buffer.alloc(32), 'county')
    expect(await openWithRecovery(code, [other, { holder: ON_PAPER, recipient, file }])).toEqual(master)
  })

  it('is not opened once a byte of it fell', async () => {
    const { file: whole, ...wrap } = await wrapForRecovery(code, master, ON_PAPER)
    const bytes = Buffer.from(whole, 'base64')
    for (const at of [0, 30, bytes.length - 40, bytes.length - 1]) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at)
      expect(await openWithRecovery(code, [{ ...wrap, file: damaged.toString('base64') }])).toBeNull()
    }
  })
})

describe('Keyring.restore()', () => {
  it('opens the keys for another account, which then needs no code any more', async () => {
    const { code, keyring: name } = await make(keyring)
    expect(name).toBe(contentOf(folder, 'keyring.json').id)
    const other = otherAccount()
    const locked = { ok: false, problem: { code: 'locked', keyring: name, canRestore: true } }
    expect(await other.unseal([{ record, sealed }])).toEqual(locked)
    expect(await other.seal('x', record)).toEqual(locked)
    expect(await other.privacy()).toMatchObject({ problem: { code: 'locked' } })
    expect(await other.restore(code.toLowerCase().replaceAll('-', ' '))).toEqual({ ok: true, value: null })
    expect(await unseal(other, sealed)).toEqual(['张三'])
    expect(await unseal(otherAccount(), sealed)).toEqual(['张三'])
    expect(await otherAccount().privacy()).toMatchObject({ protection: 'system', recovery: 'made', problem: null })
  })

  it('does not open with a wrong code, and nothing is changed', async () => {
    const { code, keyring: name } = await make(keyring)
    const { code: wrong } = await make(startKeyring(temporaryFolder()))
    const before = copyNames.map((one) => readFileSync(path.join(folder, one)))
    expect(await otherAccount().restore(wrong)).toEqual({ ok: false, problem: { code: 'code-wrong', keyring: name } })
    expect(await otherAccount().restore(code.slice(1))).toEqual(refused('code-mistyped'))
    expect(copyNames.map((one) => readFileSync(path.join(folder, one)))).toEqual(before)
    expect(await otherAccount().unseal([{ record, sealed }])).toEqual(refused('locked'))
  })

  it('says where no code was ever made', async () => {
    const { code } = await make(startKeyring(temporaryFolder()))
    expect(await otherAccount().privacy()).toMatchObject({ problem: { code: 'locked', canRestore: false } })
    expect(await otherAccount().restore(code)).toEqual(refused('no-recovery-code'))
    expect(await startKeyring(temporaryFolder()).restore(code)).toEqual(refused('no-recovery-code'))
  })

  it('also opens where the system keeps nothing', async () => {
    const { code } = await make(keyring)
    const bare = startKeyring(folder, { secrets: fakeSecrets(null) })
    expect(await bare.unseal([{ record, sealed }])).toEqual(refused('locked'))
    expect(await bare.restore(code)).toEqual({ ok: true, value: null })
    expect(await unseal(bare, sealed)).toEqual(['张三'])
    expect(await bare.privacy()).toMatchObject({ protection: 'none', recovery: 'made', problem: null })
  })
})

describe('Keyring.makeRecoveryCode()', () => {
  it('retires the code before, also in the copy beside the journal', async () => {
    const first = await make(keyring)
    const second = await make(keyring)
    expect(second.code).not.toBe(first.code)
    for (const name of copyNames) expect(contentOf(folder, name).recovery).toHaveLength(1)
    expect(await otherAccount().restore(first.code)).toEqual(refused('code-wrong'))
    expect(await otherAccount().restore(second.code)).toEqual({ ok: true, value: null })
  })

  it('leaves the code nowhere on disk', async () => {
    const { code } = await make(keyring)
    for (const name of copyNames) {
      const text = readFileSync(path.join(folder, name), 'utf8')
      for (const group of code.split('-')) expect(text).not.toContain(`"${group}`)
      expect(text).not.toContain(code.replaceAll('-', ''))
    }
  })
})
