import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'

const packages = ['chromium', 'fonts-noto-cjk', 'poppler-utils'] as const

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((folder) => [
    path.join(process.env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
    path.join(process.env[folder] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
]

/** The Chromium to use: OGI_HOST_BROWSER, else one at a usual place; null where there is none. */
export function chromiumPath(): string | null {
  const named = process.env.OGI_HOST_BROWSER
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  return usualPaths.find((candidate) => existsSync(candidate)) ?? null
}

/** What of Chromium, a Chinese font and pdftotext is missing, as Debian names the packages. */
export function missingPackages(): string[] {
  const present = {
    chromium: chromiumPath() !== null,
    'fonts-noto-cjk': hasChineseFont(),
    'poppler-utils': onPath('pdftotext'),
  }
  return packages.filter((name) => !present[name])
}

/** One English sentence for an engineer: what to install and how. */
export function installHint(missing: readonly string[] = missingPackages()): string {
  const names = missing.join(' ')
  if (process.platform !== 'linux') return 'Install Google Chrome or Chromium, or set OGI_HOST_BROWSER to its path.'
  return `As root: apt-get install --no-install-recommends ${names} (or your distribution's packages of them); a Chromium at another place: OGI_HOST_BROWSER=<path>.`
}

/**
 * Makes sure that Chromium, a Chinese font and pdftotext are there; installs them through apt-get when root.
 * Resolves with null, or with what the reader must install.
 */
export async function ensureChromium(): Promise<string | null> {
  const missing = missingPackages()
  if (missing.length === 0) return null
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return `Missing: ${missing.join(', ')}. ${installHint(missing)}`
  console.log(`Installing ${missing.join(', ')} with apt-get; this may take a minute …`)
  const failure =
    (await runQuietly('apt-get', ['update'])) ??
    (await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...missing]))
  if (failure !== null) return `${failure}\n${installHint(missing)}`
  const still = missingPackages()
  return still.length === 0 ? null : `Still missing after apt-get: ${still.join(', ')}. ${installHint(still)}`
}

/** Null on success, else the command and the end of what it printed. */
function runQuietly(command: string, args: readonly string[]): Promise<string | null> {
  const child = spawn(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let tail = ''
  const keep = (data: Buffer) => {
    tail = (tail + data.toString()).slice(-2000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) =>
      resolve(code === 0 ? null : `${command} ${args.join(' ')} failed (${code}):\n${tail}`),
    )
  })
}

/** Windows and macOS bring one; elsewhere fontconfig knows. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
}

function onPath(command: string): boolean {
  const extension = process.platform === 'win32' ? '.exe' : ''
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => isExecutable(path.join(folder, command + extension)))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false // not there, or not ours to run
  }
}
