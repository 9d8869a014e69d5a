import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readZip, type ZipLimits } from '../../../../../shared/values/zip/read-zip.ts'
import { unpackZip } from '../../../../../shared/values/zip/unpack-zip.ts'
import { deflatedEntry, isPlainZip, storedEntry, writeZip } from '../../../../../shared/values/zip/write-zip.ts'
import { join, type RawPart, rawZip } from '../../../../fixtures/raw-zip.ts'

const limits: ZipLimits = { entries: 50, entry: 1000, unpacked: 2000 }
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** The entries' contents by name, or the code of the problem. */
async function read(bytes: Uint8Array, most = limits): Promise<Record<string, string> | string> {
  const entries = readZip(bytes, most)
  if (!entries.ok) return entries.problem.code
  const unpacked = await unpackZip(entries.value, most)
  if (!unpacked.ok) return unpacked.problem.code
  return Object.fromEntries(unpacked.value.map(({ name, packed }) => [name, new TextDecoder().decode(packed)]))
}

const entriesOf = (bytes: Uint8Array) => {
  const entries = readZip(bytes, limits)
  if (!entries.ok) throw new Error(entries.problem.code)
  return entries.value
}

const plain = writeZip([storedEntry('a.txt', text('one')), deflatedEntry('b.txt', text('two '.repeat(50)))])

describe('writeZip()', () => {
  it('is read back, by others too, and is plain', async () => {
    expect(await read(plain)).toEqual({ 'a.txt': 'one', 'b.txt': 'two '.repeat(50) })
    expect(isPlainZip(plain, entriesOf(plain))).toBe(true)
    const named = writeZip([storedEntry('报告.xml', text('三'))])
    expect(await read(named)).toEqual({ '报告.xml': '三' })
    expect(named).toEqual(zipSync({ '报告.xml': text('三') }, { level: 0, mtime: '1980-01-01T00:00:00' }))
  })
})

describe('isPlainZip()', () => {
  it('is false for every byte that is changed outside the data, and for a byte more or less', () => {
    const entries = entriesOf(plain)
    const data = entries.flatMap(({ packed }) => Array.from(packed, (_, i) => packed.byteOffset - plain.byteOffset + i))
    for (let at = 0; at < plain.length; at++) {
      if (data.includes(at)) continue
      const changed = plain.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x11
      const found = readZip(changed, limits)
      // Names and checksums are what the entries say themselves.
      if (found.ok && JSON.stringify(found.value.map(about)) !== JSON.stringify(entries.map(about))) continue
      expect([at, found.ok && isPlainZip(changed, found.value)]).toEqual([at, false])
    }
    expect(isPlainZip(join(plain, text('x')), entries)).toBe(false)
    expect(isPlainZip(plain.subarray(0, -1), entries)).toBe(false)
  })

  it('is false for what other programs pack', () => {
    const other = zipSync({ 'a.txt': text('one') })
    expect(isPlainZip(other, entriesOf(other))).toBe(false)
  })
})

const about = ({ name, size, crc }: { name: string; size: number; crc: number }) => [name, size, crc]

describe('readZip() and unpackZip()', () => {
  it('read what other programs pack: data descriptors aside, extras, comments, folders', async () => {
    const commented = join(plain.subarray(0, -2), new Uint8Array([3, 0]), text('end'))
    expect(await read(commented)).toEqual(await read(plain))
    expect(await read(zipSync({ 'x/': new Uint8Array(), 'x/y.xml': text('<y/>') }))).toEqual({ 'x/y.xml': '<y/>' })
    expect(await read(rawZip([{ name: 'a', content: 'b', flags: 8 }]))).toEqual({ a: 'b' })
  })

  const part: RawPart = { name: 'a', content: 'content '.repeat(20) }
  it.each([
    ['no-zip', text('no zip at all')],
    ['no-zip', plain.subarray(0, -1)],
    ['duplicate', rawZip([part, { ...part, name: 'A' }])],
    ['encrypted', rawZip([{ ...part, flags: 1 }])],
    ['unsupported', rawZip([{ ...part, method: 14 }])],
    ['unsupported', rawZip([part], { count: 0xffff })],
    ['damaged', rawZip([part], { count: 2 })],
    ['damaged', rawZip([{ ...part, crc: 1 }])],
    ['damaged', rawZip([{ ...part, stored: true, method: 8 }])],
    ['damaged', rawZip([{ ...part, stored: true, size: 5 }])],
    ['damaged', rawZip([{ ...part, packedSize: 0x7fffffff }])],
    ['damaged', rawZip([{ ...part, localOffset: 0x7fffffff }])],
    ['damaged', rawZip([{ ...part, size: 200 }])],
    ['too-large', rawZip([{ ...part, size: 100 }])],
    ['too-large', rawZip([{ ...part, content: 'x'.repeat(1001) }])],
    ['too-large', rawZip(['a', 'b', 'c'].map((name) => ({ name, content: 'x'.repeat(900) })))],
    ['too-large', rawZip(Array.from({ length: 51 }, (_, i) => ({ name: `${i}`, content: '' })))],
  ])('say %s', async (code, bytes) => expect(await read(bytes)).toBe(code))

  it('say damaged to bytes behind the end of what inflates', async () => {
    const entry = deflatedEntry('a', text('content '.repeat(20)))
    const packed = join(entry.packed, new Uint8Array([0]))
    expect(await read(writeZip([{ ...entry, packed }]))).toBe('damaged')
  })

  it('never hold more of a bomb than the size it is said to have', async () => {
    const bomb = rawZip([{ name: 'a', content: new Uint8Array(60_000_000), size: 900, crc: 0 }])
    const before = process.memoryUsage().arrayBuffers
    expect(await read(bomb)).toBe('too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  it('survive any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(plain.length), async (noise, at) => {
        await read(join(plain.subarray(0, at), noise, plain.subarray(at + noise.length)))
      }),
      { numRuns: 200, seed: 9 },
    )
  })
})
