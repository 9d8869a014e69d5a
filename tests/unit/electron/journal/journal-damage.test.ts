import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openJournal } from '../../../../electron/journal/journal.ts'
import { isSameJournal } from '../../../../shared/journal/journal-id.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { faultyFiles } from './faulty-files.ts'
import { asideFiles, draft, fill, framesAfter, open, said, tools, values } from './journal-fixture.ts'

const six = ['1', '2', '3', '4', '5', '6']
/** Two or three frames a file. */
const small = { segmentLimit: 700 }

const segments = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.ogij'))
const lastSegment = (folder: string) => path.join(folder, segments(folder).at(-1) ?? '')

/** Changes one byte of the frame that holds a value. */
function spoil(folder: string, value: string): void {
  for (const name of segments(folder)) {
    const file = path.join(folder, name)
    const bytes = readFileSync(file)
    const at = bytes.indexOf(`"value":"${value}"`)
    if (at === -1) continue
    bytes[at + 9] = 0x39
    writeFileSync(file, bytes)
    return
  }
  throw new Error(`no frame holds ${value}`)
}

async function valuesOf(folder: string): Promise<unknown[]> {
  const journal = await open(folder)
  const found = await values(journal)
  await journal.close()
  return found
}

async function idOf(folder: string): Promise<string> {
  const journal = await open(folder)
  await journal.close()
  return journal.id
}

describe('the last line of a journal', () => {
  it('is damage, not a torn write, where it is whole and its checksum is wrong', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1', '2', '3'])
    spoil(folder, '3')
    expect(await valuesOf(folder)).toEqual(['1', '2'])
    expect(await said(folder)).toMatchObject([{ code: 'journal-damaged', kept: 2, lost: 1 }])
    // Nothing follows that could be taken for having seen it: no mark.
    expect((await open(folder)).head.seq).toBe(2)
  })

  it('is kept where it lacks its line break alone', async () => {
    const folder = temporaryFolder()
    await fill(folder, ['1', '2', '3'])
    const whole = readFileSync(lastSegment(folder))
    truncateSync(lastSegment(folder), whole.length - 1)
    expect(await valuesOf(folder)).toEqual(['1', '2', '3'])
    expect(await said(folder)).toEqual([])
    expect(readFileSync(lastSegment(folder))).toEqual(whole)
  })
})

describe('the last file of a journal', () => {
  const harms: readonly [string, (file: string) => void][] = [
    ['is deleted', (file) => rmSync(file)],
    ['is emptied', (file) => truncateSync(file, 0)],
    ['is zeroed', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length))],
    ['is noise', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length, 'x\n{'))],
  ]
  it.each(harms)('is missed where it %s, and the files before it are whole', async (_, harm) => {
    const folder = temporaryFolder()
    await fill(folder, six, small)
    const first = await valuesOf(folder)
    const count = segments(folder).length
    harm(lastSegment(folder))
    const kept = await valuesOf(folder)
    expect(first.slice(0, kept.length)).toEqual(kept)
    expect(kept.length).toBeGreaterThan(0)
    const [notice, ...others] = await said(folder)
    expect(others).toEqual([])
    if (notice?.code === 'journal-short') expect(notice).toEqual({ ...notice, found: kept.length, known: 6 })
    else expect(notice).toMatchObject({ code: 'journal-damaged', kept: kept.length, lost: 6 - kept.length })
    // Nothing more is said than once, and it goes on.
    await fill(folder, ['7'])
    expect(await valuesOf(folder)).toEqual([...kept, '7'])
    expect(await said(folder)).toEqual([notice])
    expect(count).toBeGreaterThan(1)
  })
})

describe('a journal that is not the one that was', () => {
  it('is said to be shorter where an older copy was put back', async () => {
    const folder = temporaryFolder()
    const older = temporaryFolder()
    await fill(folder, ['1', '2'])
    for (const name of segments(folder)) copyFileSync(path.join(folder, name), path.join(older, name))
    await fill(folder, ['3', '4', '5'])
    for (const name of segments(folder)) rmSync(path.join(folder, name))
    for (const name of segments(older)) copyFileSync(path.join(older, name), path.join(folder, name))
    expect(await valuesOf(folder)).toEqual(['1', '2'])
    expect(await said(folder)).toEqual([{ code: 'journal-short', found: 2, known: 5 }])
  })

  it('goes on under its id where all its files are gone, and says so', async () => {
    const folder = temporaryFolder()
    const before = await open(folder)
    await before.append(draft('1'))
    await before.close()
    for (const name of segments(folder)) rmSync(path.join(folder, name))
    const after = await open(folder)
    expect(after.id).toBe(before.id)
    expect(after.head.seq).toBe(0)
    expect(await said(folder)).toEqual([{ code: 'journal-short', found: 0, known: 1 }])
  })

  it('is said to be another one where it is', async () => {
    const folder = temporaryFolder()
    const other = temporaryFolder()
    await fill(folder, ['1'])
    await fill(other, ['a', 'b'], { randomId: () => 'other0000000' })
    for (const name of segments(folder)) rmSync(path.join(folder, name))
    for (const name of segments(other)) copyFileSync(path.join(other, name), path.join(folder, name))
    expect(await valuesOf(folder)).toEqual(['a', 'b'])
    expect(await said(folder)).toEqual([{ code: 'journal-other' }])
  })

  it('takes in no frame of another journal whose file lies there too, and keeps that file aside', async () => {
    const folder = temporaryFolder()
    const other = temporaryFolder()
    await fill(folder, six, small)
    await fill(other, ['a', 'b'], { randomId: () => 'other0000000' })
    copyFileSync(path.join(other, '000001.ogij'), path.join(folder, '000009.ogij'))
    expect(await valuesOf(folder)).toEqual(six)
    const [notice] = await said(folder)
    expect(notice).toMatchObject({ code: 'journal-damaged', kept: 6, lost: 0 })
    expect(asideFiles(folder).some((name) => name.endsWith('000009.ogij'))).toBe(true)
  })

  it.each([
    ['before its own', '000000.ogij'],
    ['in the place of its first', '000001.ogij'],
  ])('J22: goes on as its own where a file of another journal stands %s', async (_where, name) => {
    const folder = temporaryFolder()
    const other = temporaryFolder()
    await fill(folder, six, small)
    const id = await idOf(folder)
    const replaced = path.join(folder, name)
    const lost = existsSync(replaced) ? readFileSync(replaced, 'latin1').split('"value":').length - 1 : 0
    await fill(other, ['a', 'b'], { randomId: () => 'other0000000' })
    copyFileSync(path.join(other, '000001.ogij'), replaced)
    expect(await valuesOf(folder)).toEqual(six.slice(lost))
    const after = await idOf(folder)
    expect(isSameJournal(after, id)).toBe(true)
    expect(after).not.toBe(id)
    expect(await said(folder)).toMatchObject([{ code: 'journal-damaged', lost }])
    expect(asideFiles(folder).some((file) => file.endsWith(name))).toBe(true)
  })

  it('J22: takes a name that it never had where its first line is damaged after it was mended', async () => {
    const folder = temporaryFolder()
    await fill(folder, six)
    spoil(folder, '2')
    const once = await idOf(folder)
    const bytes = readFileSync(lastSegment(folder))
    bytes[12] = 0x21
    writeFileSync(lastSegment(folder), bytes)
    const twice = await idOf(folder)
    expect(isSameJournal(twice, once)).toBe(true)
    expect(twice).not.toBe(once)
  })

  it('brings no frame a second time where a file of an older copy lies there too', async () => {
    const folder = temporaryFolder()
    await fill(folder, six, small)
    copyFileSync(path.join(folder, '000002.ogij'), path.join(folder, '000009.ogij'))
    expect(await valuesOf(folder)).toEqual(six)
    expect(await said(folder)).toMatchObject([{ code: 'journal-damaged', kept: 6, lost: 0 }])
  })
})

describe('a mending that is broken off', () => {
  it('anywhere loses neither a readable frame nor its notice, and says it once', async () => {
    const damaged = temporaryFolder()
    await fill(damaged, six, small)
    spoil(damaged, '2')
    expect(segments(damaged).length).toBeGreaterThan(2)
    const copied = () => {
      const folder = temporaryFolder()
      cpSync(damaged, folder, { recursive: true })
      return folder
    }
    const whole = faultyFiles({ at: -1, code: '', isFinal: false })
    const untouched = copied()
    const opened = await openJournal(untouched, await tools(untouched, { files: whole.files }))
    if (opened.ok) await opened.value.close()
    expect(whole.calls()).toBeGreaterThan(20)

    for (let at = 1; at <= whole.calls(); at++) {
      const folder = copied()
      const { files } = faultyFiles({ at, code: 'EIO', isFinal: true })
      const broken = await tools(folder, { files }).catch(() => null)
      const first = broken === null ? null : await openJournal(folder, broken)
      if (first?.ok) await first.value.close()
      const journal = await open(folder)
      expect([at, await values(journal)]).toEqual([at, ['1', '3', '4', '5', '6']])
      expect([at, (await framesAfter(journal, 0)).map(({ seq }) => seq)]).toEqual([at, [1, 2, 3, 4, 5, 6]])
      await journal.append(draft('7'))
      await journal.close()
      expect([at, await valuesOf(folder)]).toEqual([at, ['1', '3', '4', '5', '6', '7']])
      const notices = await said(folder)
      expect([at, notices]).toMatchObject([at, [{ code: 'journal-damaged', kept: 5, lost: 1 }]])
    }
  })

  it('leaves nothing to be mended again, and no file takes the name of one that it replaced', async () => {
    const folder = temporaryFolder()
    await fill(folder, six, small)
    spoil(folder, '1')
    await (await open(folder)).close()
    const replaced = segments(folder)
    expect(replaced).toHaveLength(1)
    await fill(folder, ['7', '8', '9'], small)
    expect(segments(folder).slice(1)).not.toContain('000002.ogij')
    expect(await valuesOf(folder)).toEqual([...six.slice(1), '7', '8', '9'])
    mkdirSync(path.join(folder, 'x'))
  })
})
