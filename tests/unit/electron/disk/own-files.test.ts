import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareDataFolder } from '../../../../electron/data/data-folder.ts'
import { ReceivedFiles } from '../../../../electron/data/received.ts'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { closeToOthers, makeOwnFolder, writeOwnFile } from '../../../../electron/disk/own-files.ts'
import { writeSmallFile } from '../../../../electron/disk/small-file.ts'
import { writeAtomically } from '../../../../electron/disk/write-atomically.ts'
import { createLog } from '../../../../electron/log.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const hasRights = process.platform !== 'win32'
const modeOf = (place: string): string => (statSync(place).mode & 0o777).toString(8)

let folder: string
let umask: number
beforeEach(() => {
  folder = temporaryFolder()
  // The most that a system lets others see.
  umask = process.umask(0)
})
afterEach(() => void process.umask(umask))

describe.runIf(hasRights)('what the program keeps', () => {
  it.each<readonly [string, string, string, (place: string) => unknown]>([
    ['a folder', 'a', '700', (place) => makeOwnFolder(place)],
    ['the data folder', 'data', '700', (place) => prepareDataFolder(place)],
    ['a file written whole', 'whole', '600', (place) => writeOwnFile(place, Buffer.from('x'))],
    ['a small file', 'small.json', '600', (place) => writeSmallFile(place, {})],
    ['a file of the journal', 'new', '600', async (place) => (await durableFiles.openForWriting(place, true)).close()],
    ['a log', 'logs/app.log', '600', (place) => createLog(path.dirname(place), () => 0)('started')],
  ])('is for this account alone: %s', async (_what, name, mode, make) => {
    const place = path.join(folder, name)
    await make(place)
    expect(modeOf(place)).toBe(mode)
  })

  it('is for this account alone: a received file and its folder', async () => {
    const received = path.join(folder, 'received')
    const kept = await new ReceivedFiles(received).keep(Buffer.from('x'))
    expect([modeOf(received), kept.ok && modeOf(path.join(received, `${kept.value}.ogi`))]).toEqual(['700', '600'])
  })

  it('is closed to others also where a file stood there before', async () => {
    const file = path.join(folder, 'keyring.json')
    writeFileSync(file, 'before', { mode: 0o644 })
    await writeOwnFile(file, Buffer.from('after'))
    expect(modeOf(file)).toBe('600')
  })

  it('leaves to a file that a clerk saves elsewhere the rights that it has there', async () => {
    const file = path.join(folder, '报送.ogi')
    await writeAtomically(file, Buffer.from('x'))
    expect(modeOf(file)).toBe('666')
    chmodSync(file, 0o640)
    await writeAtomically(file, Buffer.from('y'))
    expect(modeOf(file)).toBe('640')
  })
})

describe.runIf(hasRights)('closeToOthers()', () => {
  it('mends what is there already, and nothing that a link leads to or another program keeps', async () => {
    const elsewhere = path.join(temporaryFolder(), 'elsewhere')
    writeFileSync(elsewhere, '', { mode: 0o644 })
    mkdirSync(path.join(folder, 'journal/aside/1'), { recursive: true, mode: 0o755 })
    mkdirSync(path.join(folder, 'Cache'), { mode: 0o755 })
    const files = ['keyring.json', 'journal/000001.ogij', 'journal/aside/1/000001.ogij', 'Cache/data']
    for (const file of files) writeFileSync(path.join(folder, file), '', { mode: 0o644 })
    symlinkSync(elsewhere, path.join(folder, 'journal/link'))
    chmodSync(folder, 0o755)
    await closeToOthers(folder, ['journal', 'received'])
    const modes = ['.', 'journal', 'journal/aside', 'journal/aside/1', ...files, 'Cache'].map((name) => [
      name,
      modeOf(path.join(folder, name)),
    ])
    expect(Object.fromEntries(modes)).toEqual({
      '.': '700',
      journal: '700',
      'journal/aside': '700',
      'journal/aside/1': '700',
      'keyring.json': '600',
      'journal/000001.ogij': '600',
      'journal/aside/1/000001.ogij': '600',
      'Cache/data': '644',
      Cache: '755',
    })
    expect(modeOf(elsewhere)).toBe('644')
  })
})
