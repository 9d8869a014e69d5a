import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { OWN_FILE, OWN_FOLDER } from '../disk/own-files.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { FOLDER_NAME, PORTABLE_FOLDER_NAME } from '../identity.ts'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly argv: readonly string[]
  readonly home: string
}

/**
 * Where this installation keeps everything. `--user-data-dir=` wins; the portable build, which electron-builder starts
 * with PORTABLE_EXECUTABLE_DIR, keeps it beside the program; else the user's local folder. Never Roaming: a domain
 * would copy it between PCs, and two copies would grow apart.
 */
export function dataFolder({ platform, env, argv, home }: Surroundings): string {
  const join = platform === 'win32' ? path.win32.join : path.posix.join
  const resolve = platform === 'win32' ? path.win32.resolve : path.posix.resolve
  const asked = argv.findLast((argument) => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
  if (asked) return resolve(asked)
  if (env.PORTABLE_EXECUTABLE_DIR) return join(env.PORTABLE_EXECUTABLE_DIR, PORTABLE_FOLDER_NAME)
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), FOLDER_NAME)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', FOLDER_NAME)
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), FOLDER_NAME)
}

/** Makes the folder and sees whether files can be made in it. A full disk is no obstacle: reading must go on. */
export function prepareDataFolder(folder: string): Result<null, StorageProblem> {
  const probe = path.join(folder, `.probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: OWN_FOLDER })
    writeFileSync(probe, '', { mode: OWN_FILE })
    rmSync(probe)
    return ok(null)
  } catch (error) {
    const problem = toStorageProblem(error)
    return problem.code === 'disk-full' ? ok(null) : fail(problem)
  }
}
