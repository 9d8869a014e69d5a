/**
 * The tools that electron-builder fetches for an installer, put together from Debian's nsis and p7zip-full and from
 * stand-ins, so that Setup's script can be compiled and read where nothing can be fetched. A Setup made this way does
 * not work. Only tests use them.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stubPlugin } from './stub-plugin.ts'

const root = path.resolve(import.meta.dirname, '../..')
const templates = path.join(root, 'node_modules/app-builder-lib/templates/nsis')
const debianNsis = '/usr/share/nsis'

const debianPackages = { nsis: '/usr/bin/makensis', 'p7zip-full': '/usr/bin/7za' }

/** Makes sure that Debian's nsis and p7zip-full are there; installs them when root. Throws with what to install. */
export function ensureDebianTools(): void {
  if (process.platform !== 'linux')
    throw new Error('The stand-ins for packing are made from Debian packages: run on Linux.')
  const missing = missingPackages()
  if (missing.length === 0) return
  const hint = `As root: apt-get install --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0)
    throw new Error(`Packing is tested with ${missing.join(' and ')}, not installed. ${hint}`)
  aptGet(['update'], hint)
  aptGet(['install', '-y', '--no-install-recommends', ...missing], hint)
  if (missingPackages().length > 0)
    throw new Error(`Still missing after apt-get: ${missingPackages().join(', ')}. ${hint}`)
}

function missingPackages(): string[] {
  return Object.entries(debianPackages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]))
}

function aptGet(args: readonly string[], hint: string): void {
  const run = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (run.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${run.stderr ?? run.error}\n${hint}`)
}

/** `env` for electron-builder; `recorded` is the folder where the stand-ins leave what they were asked. */
export type StubTools = { env: NodeJS.ProcessEnv; recorded: string }

/** Sets all tools up in `folder`. */
export function stubTools(folder: string): StubTools {
  const recorded = path.join(folder, 'recorded')
  const bin = path.join(folder, 'bin')
  for (const made of [recorded, bin]) mkdirSync(made, { recursive: true })
  writeScript(path.join(bin, 'wine'), wine)
  writeScript(path.join(bin, 'fpm'), fpm(recorded))
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    USE_SYSTEM_FPM: 'true',
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    ELECTRON_BUILDER_NSIS_DIR: compiler(path.join(folder, 'nsis'), recorded),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: plugins(path.join(folder, 'nsis-resources')),
  }
  return { env, recorded }
}

/** The first pass of Setup is run so that it writes its uninstaller: this one only leaves a file of that name. */
const wine = `printf 'MZ' > "\${1%exe}__uninstaller.exe"`

/** Keeps the arguments (each ended by NUL) and the files meant for /usr/share; makes an empty package. */
function fpm(recorded: string): string {
  return `
dir=$(mktemp -d '${recorded}/fpm-XXXXXX')
printf '%s\\0' "$@" > "$dir/arguments"
previous=
for argument in "$@"; do
  case "$argument" in *=/usr/share/*)
    target="$dir/\${argument#*=}"
    mkdir -p "$(dirname "$target")"
    cp "\${argument%%=/usr/share/*}" "$target" ;;
  esac
  if [ "$previous" = --package ]; then : > "$argument"; fi
  previous=$argument
done`
}

/** Debian's compiler in the folder layout of electron-builder's; a copy of each script, and of what it was compiled to, is kept. */
function compiler(folder: string, recorded: string): string {
  mkdirSync(path.join(folder, 'linux'), { recursive: true })
  for (const name of readdirSync(debianNsis)) symlinkSync(path.join(debianNsis, name), path.join(folder, name))
  writeScript(path.join(folder, 'linux/makensis'), makensis(recorded))
  // electron-builder's own program for updates as administrator; any program will do.
  cpSync(path.join(debianNsis, 'Stubs/zlib-x86-unicode'), path.join(folder, 'elevate.exe'))
  return folder
}

function makensis(recorded: string): string {
  return `
name=$(mktemp -u '${recorded}/makensis-XXXXXX')
printf '%s\\n' "$@" > "$name.arguments"
cat > "$name.nsi"
if ! /usr/bin/makensis -V4 "$@" < "$name.nsi" > "$name.log" 2>&1; then
  tail -40 "$name.log"
  exit 1
fi`
}

/** Debian's own plugins, and one stand-in for each other plugin that electron-builder's templates call. */
function plugins(folder: string): string {
  const unicode = path.join(folder, 'plugins/x86-unicode')
  cpSync(path.join(debianNsis, 'Plugins/x86-unicode'), unicode, { recursive: true })
  for (const [name, exportNames] of calledPlugins()) {
    writeFileSync(path.join(unicode, `${name}.dll`), stubPlugin(name, exportNames))
  }
  return folder
}

function calledPlugins(): Map<string, string[]> {
  const call = /\b(UAC|StdUtils|nsis7z|WinShell|nsProcess|SpiderBanner|INetC)::(\w+)/gi
  const spelling = new Map(
    ['UAC', 'StdUtils', 'nsis7z', 'WinShell', 'nsProcess', 'SpiderBanner', 'INetC'].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  )
  const called = new Map<string, string[]>([['UAC', ['_']]])
  for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
    if (!/\.ns[ih]$/.test(file)) continue
    for (const [, plugin = '', entry = ''] of readFileSync(path.join(templates, file), 'utf8').matchAll(call)) {
      const name = spelling.get(plugin.toLowerCase()) ?? plugin
      const entries = called.get(name) ?? []
      if (!entries.includes(entry)) called.set(name, [...entries, entry])
    }
  }
  return called
}

function writeScript(file: string, body: string): void {
  writeFileSync(file, `#!/bin/sh\nset -e\n${body}\n`, { mode: 0o755 })
}
