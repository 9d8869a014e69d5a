import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, prepareDataFolder } from '../../../../electron/data/data-folder.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const windows = { platform: 'win32', argv: [], home: 'C:\\Users\\wang' } as const
const linux = { platform: 'linux', argv: [], home: '/home/wang' } as const

describe('dataFolder()', () => {
  it('is local on Windows, never roaming', () => {
    const env = { LOCALAPPDATA: 'D:\\local', APPDATA: 'D:\\roaming' }
    expect(dataFolder({ ...windows, env })).toBe('D:\\local\\ogi-yearbook')
    expect(dataFolder({ ...windows, env: {} })).toBe('C:\\Users\\wang\\AppData\\Local\\ogi-yearbook')
  })

  it('lies beside the portable program', () => {
    const env = { LOCALAPPDATA: 'D:\\local', PORTABLE_EXECUTABLE_DIR: 'E:\\年报' }
    expect(dataFolder({ ...windows, env })).toBe('E:\\年报\\数据')
  })

  it('follows XDG_DATA_HOME on Linux', () => {
    expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/ogi-yearbook')
    expect(dataFolder({ ...linux, env: {} })).toBe('/home/wang/.local/share/ogi-yearbook')
  })

  it('is what the command line says, the last one of several', () => {
    const argv = ['app', '--user-data-dir=/a', '--user-data-dir=/b/../c']
    expect(dataFolder({ ...linux, argv, env: { PORTABLE_EXECUTABLE_DIR: '/p', XDG_DATA_HOME: '/d' } })).toBe('/c')
  })
})

describe('prepareDataFolder()', () => {
  it('makes the folder and leaves nothing else behind', () => {
    const folder = path.join(temporaryFolder(), 'a', '数据')
    expect(prepareDataFolder(folder)).toEqual({ ok: true, value: null })
    expect(readdirSync(folder)).toEqual([])
  })

  it('says so where a file stands in the way', () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(prepareDataFolder(path.join(file, 'data')).ok).toBe(false)
  })

  it('says so where the folder is read-only', () => {
    const folder = path.join(temporaryFolder(), 'data')
    mkdirSync(folder)
    chmodSync(path.dirname(folder), 0o755)
    chmodSync(folder, 0o555)
    expect(asPlainUser(() => prepareDataFolder(folder))).toMatchObject({ ok: false, problem: { code: 'read-only' } })
    expect(readdirSync(folder)).toEqual([])
  })
})

/** To root every folder is writable: what it does here, it does as another user. */
function asPlainUser<T>(act: () => T): T {
  const { getuid, seteuid } = process
  if (getuid === undefined || seteuid === undefined || getuid() !== 0) return act()
  const NOBODY = 65_534
  seteuid(NOBODY)
  try {
    return act()
  } finally {
    seteuid(0)
  }
}
