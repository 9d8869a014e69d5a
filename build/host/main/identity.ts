import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'

/** The main script that Node was started with. */
const entry = process.argv[1] ?? path.join(process.cwd(), 'main.js')

/** The folder of the application's package.json: the nearest one above the main script. */
export const appPath = nearestManifest(path.dirname(entry))

const manifest = readManifest(path.join(appPath, 'package.json'))

export const appVersion = manifest.version ?? '0.0.0'
export const defaultName = manifest.productName ?? manifest.name ?? 'electron-app'

/** Value of `--name=value` on the command line. */
export function switchValue(name: string): string | undefined {
  const prefix = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length)
}

export function hasSwitch(name: string): boolean {
  return process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`))
}

/** Where the system keeps things, by Electron's names; userData follows from the application's name. */
export function systemPaths(): Map<string, string> {
  const home = homedir()
  const paths = new Map([
    ['home', home],
    ['appData', appData(home)],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ['module', entry],
    ['desktop', path.join(home, 'Desktop')],
    ['documents', path.join(home, 'Documents')],
    ['downloads', path.join(home, 'Downloads')],
    ['pictures', path.join(home, 'Pictures')],
  ])
  const userData = switchValue('user-data-dir')
  if (userData !== undefined) paths.set('userData', path.resolve(userData))
  return paths
}

function appData(home: string): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(home, 'AppData/Roaming')
  if (process.platform === 'darwin') return path.join(home, 'Library/Application Support')
  return process.env.XDG_CONFIG_HOME ?? path.join(home, '.config')
}

function nearestManifest(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(folder)
  return parent === folder ? process.cwd() : nearestManifest(parent)
}

function readManifest(file: string): { name?: string; productName?: string; version?: string } {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
