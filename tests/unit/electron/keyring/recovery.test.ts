import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Keyring } from '../../../../electron/keyring/keyring.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { fakeSecrets } from './fake-secrets.ts'
import { must, seal, startKeyring, unseal } from './keyring-fixture.ts'

let folder: string
let keyring: Keyring
let sealed: Awaited<ReturnType<typeof seal>>
const otherAccount = () => startKeyring(folder, { secrets: fakeSecrets('other') })
const refused = (code: string) => ({ ok: false, problem: { code } })

beforeEach(async () => {
  folder = temporaryFolder()
  keyring = startKeyring(folder)
  sealed = await seal(keyring, '张三')
})

describe('Keyring.restore()', () => {
  it('opens the keys for another account, which then needs no code any more', async () => {
    const code = must(await keyring.makeRecoveryCode())
    const other = otherAccount()
    expect(await other.unseal([sealed])).toEqual(refused('locked'))
    expect(await other.seal('x')).toEqual(refused('locked'))
    expect(await other.privacy()).toMatchObject({ problem: { code: 'locked' } })
    expect(await other.restore(code.toLowerCase().replaceAll('-', ' '))).toEqual({ ok: true, value: null })
    expect(await unseal(other, sealed)).toEqual(['张三'])
    expect(await unseal(otherAccount(), sealed)).toEqual(['张三'])
    expect(await otherAccount().privacy()).toEqual({ protection: 'system', recovery: 'made', problem: null })
  })

  it('does not open with a wrong code, and nothing is changed', async () => {
    const code = must(await keyring.makeRecoveryCode())
    const wrong = must(await startKeyring(temporaryFolder()).makeRecoveryCode())
    const before = readFileSync(path.join(folder, 'keyring.json'))
    expect(await otherAccount().restore(wrong)).toEqual(refused('code-wrong'))
    expect(await otherAccount().restore(code.slice(1))).toEqual(refused('code-mistyped'))
    expect(readFileSync(path.join(folder, 'keyring.json'))).toEqual(before)
    expect(await otherAccount().unseal([sealed])).toEqual(refused('locked'))
  })

  it('says where no code was ever made', async () => {
    const code = must(await startKeyring(temporaryFolder()).makeRecoveryCode())
    expect(await otherAccount().restore(code)).toEqual(refused('no-recovery-code'))
    expect(await startKeyring(temporaryFolder()).restore(code)).toEqual(refused('no-recovery-code'))
  })

  it('also opens where the system keeps nothing', async () => {
    const code = must(await keyring.makeRecoveryCode())
    const bare = startKeyring(folder, { secrets: fakeSecrets(null) })
    expect(await bare.unseal([sealed])).toEqual(refused('locked'))
    expect(await bare.restore(code)).toEqual({ ok: true, value: null })
    expect(await unseal(bare, sealed)).toEqual(['张三'])
    expect(await bare.privacy()).toEqual({ protection: 'none', recovery: 'made', problem: null })
  })
})

describe('Keyring.makeRecoveryCode()', () => {
  it('retires the code before', async () => {
    const first = must(await keyring.makeRecoveryCode())
    const second = must(await keyring.makeRecoveryCode())
    expect(second).not.toBe(first)
    expect(await otherAccount().restore(first)).toEqual(refused('code-wrong'))
    expect(await otherAccount().restore(second)).toEqual({ ok: true, value: null })
  })

  it('leaves the code nowhere on disk', async () => {
    const code = must(await keyring.makeRecoveryCode())
    const text = readFileSync(path.join(folder, 'keyring.json'), 'utf8')
    for (const group of code.split('-')) expect(text).not.toContain(group)
  })
})
