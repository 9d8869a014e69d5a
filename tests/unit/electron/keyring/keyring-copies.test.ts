import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { KeyringTools } from '../../../../electron/keyring/keyring-tools.ts'
import type { SealedFields } from '../../../../shared/model/entry/entry-record.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { fakeSecrets } from './fake-secrets.ts'
import {
  type CopyName,
  contentOf,
  copyNames,
  must,
  namesIn,
  record,
  seal,
  startKeyring,
  unseal,
} from './keyring-fixture.ts'

let folder: string
let sealed: SealedFields
let code: string
let name: string
const at = (copy: string) => path.join(folder, copy)
const pair: readonly CopyName[] = ['keyring.json', 'keyring-copy.json']
const remove = (...copies: CopyName[]) => copies.forEach((copy) => void rmSync(at(copy)))
const zero = (...copies: CopyName[]) =>
  copies.forEach((copy) => void writeFileSync(at(copy), Buffer.alloc(readFileSync(at(copy)).length)))

/** The journal knows under which keyrings its records are sealed. */
let sealedUnder: string[]
const start = (other: Partial<KeyringTools> = {}) =>
  startKeyring(folder, { sealedUnder: async () => sealedUnder, ...other })

/** Another PC's keyring, in place of these copies. */
async function exchange(...copies: CopyName[]): Promise<Buffer> {
  const elsewhere = temporaryFolder()
  await seal(startKeyring(elsewhere, { secrets: fakeSecrets('elsewhere') }), 'of another PC')
  for (const copy of copies) copyFileSync(path.join(elsewhere, 'keyring.json'), at(copy))
  return readFileSync(path.join(elsewhere, 'keyring.json'))
}

/** Starts the program again: what is sealed is read, and the copies are alike. */
async function expectAllWell(...aside: string[]): Promise<void> {
  const keyring = start()
  expect(await keyring.privacy()).toMatchObject({ problem: null, keyring: name })
  expect(await unseal(keyring, sealed)).toEqual(['张三'])
  expect(namesIn(folder)).toEqual([...copyNames, ...aside].sort())
  const contents = copyNames.map((copy) => ({ ...contentOf(folder, copy), master: null }))
  for (const content of contents) expect(content).toEqual(contents[0])
}

beforeEach(async () => {
  folder = temporaryFolder()
  sealedUnder = []
  const keyring = start()
  sealed = await seal(keyring, '张三')
  const made = must(await keyring.makeRecoveryCode())
  code = made.code
  name = made.keyring
  sealedUnder = [name]
})

describe('a keyring of which one copy is not as it was', () => {
  it.each(copyNames)('is whole again when %s is missing', async (copy) => {
    remove(copy)
    await expectAllWell()
  })

  const damages: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
    ['zeroed', (whole) => Buffer.alloc(whole.length)],
    ['empty', () => Buffer.alloc(0)],
    ['half there', (whole) => whole.subarray(0, whole.length / 2)],
    ['one byte short', (whole) => whole.subarray(1)],
    [
      'altered in one letter of a key',
      (whole) =>
        Buffer.from(
          whole.toString().replace(/("keys":\[\["[^"]+","....)(.)/, (_, a, b) => a + (b === 'A' ? 'B' : 'A')),
        ),
    ],
  ]
  it.each(copyNames.flatMap((copy) => damages.map(([what, damage]) => [copy, what, damage] as const)))(
    'is whole again when %s is %s, and keeps that aside',
    async (copy, _what, damage) => {
      const damaged = damage(readFileSync(at(copy)))
      writeFileSync(at(copy), damaged)
      const aside = `${path.basename(copy, '.json')}-damaged-1800000000000.json`
      await expectAllWell(aside)
      expect(readFileSync(at(aside))).toEqual(damaged)
    },
  )

  it.each(copyNames)('holds everything again when %s is an older one', async (copy) => {
    const older = readFileSync(at(copy))
    const later = await seal(start(), '李四')
    writeFileSync(at(copy), older)
    await expectAllWell()
    expect(await unseal(start(), later)).toEqual(['李四'])
  })

  it('holds everything again when both of the account’s are older ones', async () => {
    const older = pair.map((copy) => readFileSync(at(copy)))
    const later = await seal(start(), '李四')
    for (const [i, copy] of pair.entries()) writeFileSync(at(copy), older[i] ?? '')
    expect(await unseal(start(), later)).toEqual(['李四'])
  })

  it.each(pair)('is not exchanged for another PC’s in the place of %s, which is kept aside', async (copy) => {
    const other = await exchange(copy)
    const aside = `${path.basename(copy, '.json')}-other-1800000000000.json`
    await expectAllWell(aside)
    expect(readFileSync(at(aside))).toEqual(other)
  })
})

describe('a keyring of which nothing is left that this account opens', () => {
  const losses: readonly (readonly [string, string, () => unknown])[] = [
    ['removed', 'missing', () => remove(...pair)],
    ['zeroed', 'damaged', () => zero(...pair)],
    ['another PC’s', 'other', () => exchange(...pair)],
    ['removed and zeroed', 'damaged', () => [remove('keyring.json'), zero('keyring-copy.json')]],
  ]

  it.each(losses)('%s: seals nothing, says so, and a code opens it', async (_what, why, lose) => {
    await lose()
    const before = namesIn(folder)
    const problem = { code: 'keyring-lost', why, keyring: name, canRestore: true, folder }
    const keyring = start()
    expect(await keyring.privacy()).toMatchObject({ problem })
    expect(await keyring.seal('new', record)).toEqual({ ok: false, problem })
    expect(await keyring.sealMany([{ record, text: 'new' }])).toEqual({ ok: false, problem })
    expect(await keyring.unseal([{ record, sealed }])).toEqual({ ok: false, problem })
    expect(await keyring.dropKeys([sealed.keyId])).toEqual({ ok: false, problem })
    expect(await keyring.makeRecoveryCode()).toEqual({ ok: false, problem })
    expect(namesIn(folder)).toEqual(before)
    const { code: wrong } = must(await startKeyring(temporaryFolder()).makeRecoveryCode())
    expect(await keyring.restore(wrong)).toMatchObject({ problem: { code: 'code-wrong', keyring: name } })
    expect(namesIn(folder)).toEqual(before)
    expect(await keyring.restore(code)).toEqual({ ok: true, value: null })
    expect(await unseal(keyring, sealed)).toEqual(['张三'])
    await expectAllWell(...namesIn(folder).filter((one) => /-(damaged|other)-/.test(one)))
  })

  it.each(losses)(
    '%s: the old file put back by hand opens it, while the program runs too',
    async (_what, _why, lose) => {
      const old = readFileSync(at('keyring.json'))
      await lose()
      const keyring = start()
      expect((await keyring.seal('new', record)).ok).toBe(false)
      writeFileSync(at('keyring.json'), old)
      expect(await unseal(keyring, sealed)).toEqual(['张三'])
      await expectAllWell(...namesIn(folder).filter((one) => /-(damaged|other)-/.test(one)))
    },
  )

  it('knows from the journal alone that records are sealed', async () => {
    remove(...copyNames)
    const keyring = start()
    const problem = { code: 'keyring-lost', why: 'missing', keyring: name, canRestore: false, folder }
    expect(await keyring.seal('new', record)).toEqual({ ok: false, problem })
    expect(await keyring.restore(code)).toEqual({ ok: false, problem })
    expect(namesIn(folder)).toEqual([])
  })

  it('knows from the journal that another PC’s keyring is not the records’', async () => {
    await exchange(...pair)
    remove('journal/keyring-recovery.json')
    const keyring = start()
    expect(await keyring.privacy()).toMatchObject({
      problem: { code: 'keyring-lost', why: 'other', canRestore: false },
    })
  })

  it('is no loss where nothing was ever sealed', async () => {
    sealedUnder = []
    remove(...copyNames)
    expect(await start().privacy()).toMatchObject({ problem: null })
    writeFileSync(at('keyring.json'), 'x')
    const keyring = start()
    expect(await unseal(keyring, await seal(keyring, 'new'))).toEqual(['new'])
    expect(namesIn(folder)).toContain('keyring-damaged-1800000000000.json')
  })
})

describe('Keyring.giveUp()', () => {
  const locked = () => start({ secrets: fakeSecrets('other') })

  it('does nothing to a keyring that opens', async () => {
    const before = copyNames.map((copy) => readFileSync(at(copy)))
    expect(await start().giveUp()).toEqual({ ok: true, value: null })
    expect(copyNames.map((copy) => readFileSync(at(copy)))).toEqual(before)
  })

  it('begins a new keyring, under which a record can be sealed anew, and keeps the old one aside', async () => {
    zero(...pair)
    const old = readFileSync(at('journal/keyring-recovery.json'))
    const keyring = start()
    expect(await keyring.giveUp()).toEqual({ ok: true, value: null })
    const state = await keyring.privacy()
    expect(state).toMatchObject({ problem: null, recovery: 'none', hasOlder: true })
    expect(state.keyring).not.toBe(name)
    expect(must(await keyring.unseal([{ record, sealed }]))).toEqual([{ text: null, why: 'key-absent' }])
    const again = await seal(keyring, '张三', sealed.keyId)
    expect(again.keyId).not.toBe(sealed.keyId)
    sealedUnder = [name, again.keyId.slice(0, name.length)]
    expect(await unseal(start(), again, sealed)).toEqual(['张三', null])
    expect(readFileSync(at('keyring-recovery-other-1800000000000.json'))).toEqual(old)
  })

  it('is taken back by the old code', async () => {
    zero(...pair)
    const keyring = start()
    await keyring.giveUp()
    const again = await seal(keyring, '李四')
    sealedUnder = [name, again.keyId.slice(0, name.length)]
    const { code: wrong } = must(await startKeyring(temporaryFolder()).makeRecoveryCode())
    expect(await keyring.restore(wrong)).toMatchObject({ problem: { code: 'code-wrong' } })
    expect(await keyring.restore(code)).toEqual({ ok: true, value: null })
    expect(await unseal(start(), sealed, again)).toEqual(['张三', '李四'])
    expect(await start().privacy()).toMatchObject({ hasOlder: false, problem: null })
  })

  it('is taken back by the old file, where this account opens it', async () => {
    const old = readFileSync(at('keyring.json'))
    zero(...pair)
    const keyring = start()
    await keyring.giveUp()
    const again = await seal(keyring, '李四')
    sealedUnder = [name, again.keyId.slice(0, name.length)]
    writeFileSync(at('keyring.json'), old)
    expect(await unseal(start(), sealed, again)).toEqual(['张三', '李四'])
  })

  it('brings back nothing that was erased', async () => {
    const old = readFileSync(at('keyring.json'))
    const keyring = locked()
    await keyring.giveUp()
    await keyring.dropKeys([sealed.keyId])
    expect(await keyring.restore(code)).toMatchObject({ ok: false })
    writeFileSync(at('keyring.json'), old)
    expect(must(await start().unseal([{ record, sealed }]))).toEqual([{ text: null, why: 'erased' }])
  })

  it('helps who has neither account nor code', async () => {
    const keyring = locked()
    expect((await keyring.seal('new', record)).ok).toBe(false)
    await keyring.giveUp()
    const again = await seal(keyring, '李四')
    sealedUnder = [name, again.keyId.slice(0, name.length)]
    expect(await unseal(locked(), again)).toEqual(['李四'])
    expect(namesIn(folder).filter((one) => one.includes('-other-'))).toHaveLength(3)
  })
})
