import { base64urlnopad, hex } from '@scure/base'
import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { suiteOgi1 } from '../../../../../../shared/steps/package/envelope/suite-ogi-1.ts'
import { unitKeys } from '../../../../../../shared/steps/package/envelope/unit-keys.ts'
import { openPackage } from '../../../../../../shared/steps/package/open-package.ts'
import { canonicalJson } from '../../../../../../shared/values/canonical-json.ts'
import { storedEntry, writeZip } from '../../../../../../shared/values/zip/write-zip.ts'
import { unzipped } from '../../../../../fixtures/made-package.ts'
import { reading, submissionBytes } from '../../../../../fixtures/submission-bytes.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const keysOf = (byte: number) => unitKeys(new Uint8Array(32).fill(byte))
const township = keysOf(1)
const county = keysOf(2)
const stranger = keysOf(3)

/** As main opens for one of its units. */
function holderOf({ identity }: ReturnType<typeof unitKeys>) {
  return suiteOgi1({
    async unwrapFileKey(stanzas) {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      // The library's own identities are not handed out: it opens a header that holds nothing but these stanzas.
      for (const own of Reflect.get(decrypter, 'identities')) {
        const key = await own.unwrapFileKey(stanzas)
        if (key !== null) return key
      }
      return null
    },
  })
}

describe('P18: suite ogi-1 signs', () => {
  // RFC 8032, section 7.1, tests 1 to 3.
  it.each([
    [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('as RFC 8032 has it: %s', async (publicKey, message, signature) => {
    const signer = { sign: base64urlnopad.encode(hex.decode(publicKey)), seal: '' }
    const { verify } = suiteOgi1()
    expect(await verify(hex.decode(message), hex.decode(signature), signer)).toBe(null)
    expect(await verify(hex.decode(`${message}00`), hex.decode(signature), signer)).toBe('signature-wrong')
    for (let at = 0; at < 64; at += 1) {
      const changed = hex.decode(signature)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await verify(hex.decode(message), changed, signer)).toBe('signature-wrong')
    }
  })

  it('and says what is wrong: no signature, another’s, a key that is none', async () => {
    const { verify } = suiteOgi1()
    const message = text('2026')
    const signature = await township.sign(message)
    expect(await verify(message, signature, township.signer)).toBe(null)
    expect(await verify(message, new Uint8Array(), township.signer)).toBe('signature-missing')
    expect(await verify(message, signature, null)).toBe('signature-missing')
    expect(await verify(message, signature, county.signer)).toBe('signature-wrong')
    for (const sign of ['', 'x', '?'.repeat(43), 'A'.repeat(43), township.signer.sign.slice(1)]) {
      expect(await verify(message, signature, { ...township.signer, sign })).toBe('signature-wrong')
    }
    expect(await verify(message, signature.slice(1), township.signer)).toBe('signature-wrong')
  })

  it('the same keys from the same secret, for ever', () => {
    expect(township.signer).toMatchInlineSnapshot(`
      {
        "seal": "age1c53krpcfgtmh968l5yccuajlhu77tlc3u82rzav2vzutkrz8q3esh53p4s",
        "sign": "4Ml4GjJpew0mCGBVEVOCnWqqxqFoSVncBll7TRoUhJ4",
      }
    `)
    expect(township.signer).not.toEqual(county.signer)
  })
})

describe('P18: a submission', () => {
  it('is refused where its manifest was changed, its signature taken off, or another suite named', async () => {
    const bytes = await submissionBytes({ code: '420921001000' })
    expect((await openPackage(bytes, reading)).ok).toBe(true)
    const parts = await unzipped(bytes)
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']))
    const opened = async (change: object, signature = parts.signature ?? new Uint8Array()) => {
      const changed = { ...parts, 'manifest.json': text(canonicalJson({ ...manifest, ...change })), signature }
      const file = writeZip(Object.entries(changed).map(([name, content]) => storedEntry(name, content)))
      const result = await openPackage(file, { ...reading, suites: [suiteOgi1()] })
      return result.ok ? 'ok' : result.problem.code
    }
    expect(await opened({})).toBe('ok')
    expect(await opened({ revision: 2 })).toBe('signature-wrong')
    expect(await opened({ signer: county.signer })).toBe('signature-wrong')
    expect(await opened({}, new Uint8Array())).toBe('signature-missing')
    expect(await opened({ suite: 'none', signer: null }, new Uint8Array())).toBe('unknown-suite')
  })
})

describe('P20: suite ogi-1 seals', () => {
  const content = text('三、（一）予以公开 28')
  const to = [county.signer.seal, township.signer.seal]

  it('to each of these keys, and to no other', async () => {
    const sealed = await suiteOgi1().seal(content, to)
    expect(new TextDecoder().decode(sealed)).not.toContain('予以公开 28')
    for (const own of [county, township]) expect(await holderOf(own).open(sealed)).toEqual({ ok: true, value: content })
    expect(await holderOf(stranger).open(sealed)).toEqual({ ok: false, problem: 'not-for-us' })
    expect(await suiteOgi1().open(sealed)).toEqual({ ok: false, problem: 'not-for-us' })
  })

  it('and tells what was cut or changed from what is not for us', async () => {
    const sealed = await suiteOgi1().seal(content, to)
    for (let length = 0; length < sealed.length; length += 7) {
      expect(await holderOf(county).open(sealed.slice(0, length))).toEqual({ ok: false, problem: 'seal-damaged' })
    }
    const last = sealed.slice()
    last[last.length - 1] = (last.at(-1) ?? 0) ^ 1
    expect(await holderOf(county).open(last)).toEqual({ ok: false, problem: 'seal-damaged' })
  })

  it('to eight keys at most', async () => {
    const many = Array.from({ length: 9 }, (_, i) => keysOf(10 + i).signer.seal)
    expect((await holderOf(keysOf(10)).open(await suiteOgi1().seal(content, many.slice(0, 8)))).ok).toBe(true)
    const sealed = await suiteOgi1().seal(content, many)
    expect(await holderOf(keysOf(10)).open(sealed)).toEqual({ ok: false, problem: 'too-many-seals' })
  })

  it('names a key by the beginning of its hash', async () => {
    expect(await suiteOgi1().keyId(county.signer.seal)).toMatch(/^[0-9a-f]{16}$/)
  })
})
