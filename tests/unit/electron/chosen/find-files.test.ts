import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesFromArguments, findFiles } from '../../../../electron/chosen/find-files.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

describe('findFiles()', () => {
  it('takes what we read, in folders within folders, in order', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, '乡镇', '.隐藏'), { recursive: true })
    const put = (name: string) => writeFileSync(path.join(folder, name), '')
    for (const name of [
      '10.ogi',
      '9.OGI',
      '表.xlsx',
      '~$表.xlsx',
      '说明.docx',
      '乡镇/周巷镇.ogi',
      '乡镇/a.json',
      '乡镇/.隐藏/b.ogi',
    ])
      put(name)
    symlinkSync(folder, path.join(folder, '乡镇', 'loop'))
    const found = await findFiles(folder)
    expect(found.map(({ name }) => name).sort()).toEqual(['10.ogi', '9.OGI', '周巷镇.ogi'])
    expect(found.findIndex(({ name }) => name === '9.OGI')).toBeLessThan(
      found.findIndex(({ name }) => name === '10.ogi'),
    )
  })

  it('fails where the folder itself cannot be read', async () => {
    await expect(findFiles('/no/such/folder')).rejects.toThrow('ENOENT')
  })
})

describe('filesFromArguments()', () => {
  it('takes files, not switches or the program itself', () => {
    const argv = ['/opt/app.json', 'main.js', '--user-data-dir=/x.ogi', 'a.ogi', '/b/花园镇.OGI', '-x.ogi']
    expect(filesFromArguments(argv, '/home')).toEqual([
      { path: path.resolve('/home/a.ogi'), name: 'a.ogi' },
      { path: path.resolve('/b/花园镇.OGI'), name: '花园镇.OGI' },
    ])
  })
})
