import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LastFolder } from '../../../../electron/chosen/last-folder.ts'
import { saveFile, targetFile } from '../../../../electron/chosen/save-file.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const showSaveDialog = vi.hoisted(() => vi.fn())
vi.mock('electron', () => ({ dialog: { showSaveDialog } }))

const window = {} as Parameters<typeof saveFile>[0]
beforeEach(() => void showSaveDialog.mockReset())

describe('saveFile()', () => {
  it('starts in the documents, then where the last file went', async () => {
    const folder = temporaryFolder()
    const lastFolder = new LastFolder(temporaryFolder(), '/documents', () => {})
    const file = path.join(folder, 'a.pdf')
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: file })
    const suggestion = { name: '年报', kind: 'pdf' } as const
    const saved = await saveFile(window, Buffer.from('x'), suggestion, lastFolder)
    expect(saved).toMatchObject({ ok: true, value: { path: file } })
    expect(readFileSync(file, 'utf8')).toBe('x')
    await saveFile(window, Buffer.from('x'), suggestion, lastFolder)
    expect(showSaveDialog.mock.calls.map(([, options]) => options.defaultPath)).toEqual([
      path.join('/documents', '年报.pdf'),
      path.join(folder, '年报.pdf'),
    ])
  })

  it('gives null when nothing was chosen', async () => {
    showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    const lastFolder = new LastFolder(temporaryFolder(), '/documents', () => {})
    expect(await saveFile(window, Buffer.from('x'), { name: 'a', kind: 'ogi' }, lastFolder)).toEqual({
      ok: true,
      value: null,
    })
  })
})

describe('targetFile()', () => {
  it('keeps the ending that was chosen, in whatever case', () => {
    expect(targetFile('/u/a.OGI', 'ogi', () => true)).toBe('/u/a.OGI')
  })

  it('adds a missing ending, and never lands on a file nobody was asked about', () => {
    const there = ['/u/a 1.0.ogi', '/u/a 1.0（2）.ogi']
    expect(targetFile('/u/b', 'ogi', (file) => there.includes(file))).toBe('/u/b.ogi')
    expect(targetFile('/u/a 1.0', 'ogi', (file) => there.includes(file))).toBe('/u/a 1.0（3）.ogi')
  })
})
