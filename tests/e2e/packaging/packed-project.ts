import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runElectronBuilder } from '../../../build/packaging/electron-builder.ts'
import { stubLinuxElectron, stubWindowsElectron } from '../../../build/packaging/stub-electron.ts'
import { ensureDebianTools, stubTools } from '../../../build/packaging/stub-tools.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** A copy of what is packed, packed into its `release` with stand-ins for all that electron-builder would fetch. */
export class PackedProject {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'ogi-packaging-'))
  readonly project = path.join(this.folder, 'project')
  readonly release = path.join(this.project, 'release')
  readonly #tools

  constructor() {
    ensureDebianTools()
    for (const part of ['package.json', 'electron-builder.yml', 'build/packaging', 'dist']) {
      cpSync(path.join(root, part), path.join(this.project, part), { recursive: true })
    }
    // Things that must stay out of the packed program.
    for (const stray of ['dist/renderer/assets/stray.js.map', 'dist/stray.txt', 'node_modules/stray/index.js']) {
      mkdirSync(path.dirname(path.join(this.project, stray)), { recursive: true })
      writeFileSync(path.join(this.project, stray), '')
    }
    this.#tools = stubTools(path.join(this.folder, 'tools'))
  }

  async pack(platform: 'win' | 'linux', ...args: string[]): Promise<void> {
    const electron = path.join(this.folder, `electron-${platform}`)
    if (platform === 'win') stubWindowsElectron(electron, this.manifest.devDependencies.electron)
    else stubLinuxElectron(electron, this.manifest.devDependencies.electron)
    const all = [`--${platform}`, `-c.electronDist=${electron}`, ...args]
    await runElectronBuilder(this.project, all, () => {}, this.#tools.env)
  }

  get manifest(): { version: string; devDependencies: { electron: string } } {
    return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  }

  /** The arguments and script of the NSIS compiler's pass that wrote `output`, and what it compiled; `pass` tells Setup from its uninstaller. */
  compilation(
    output: string,
    pass: 'setup' | 'uninstaller' = 'setup',
  ): {
    args: string[]
    script: string
    log: string
  } {
    const files = readdirSync(this.#tools.recorded).filter((name) => name.endsWith('.arguments'))
    for (const name of files) {
      const file = path.join(this.#tools.recorded, name)
      const args = readFileSync(file, 'utf8').split('\n')
      const found = args.includes(`-XOutFile "${path.join(this.release, output)}"`)
      if (!found || args.includes('-DBUILD_UNINSTALLER') !== (pass === 'uninstaller')) continue
      const read = (ending: string) => readFileSync(file.replace(/arguments$/, ending), 'utf8')
      return { args, script: read('nsi'), log: read('log') }
    }
    throw new Error(`no ${pass} pass was compiled for ${output}`)
  }

  /** What fpm, which makes the deb, was asked for `output`, and the folder of the files it would put under /usr. */
  debian(output: string): { args: string[]; files: string } {
    for (const name of readdirSync(this.#tools.recorded).filter((entry) => entry.startsWith('fpm-'))) {
      const files = path.join(this.#tools.recorded, name)
      const args = readFileSync(path.join(files, 'arguments'), 'utf8').split('\0')
      if (args.includes(path.join(this.release, output))) return { args, files }
    }
    throw new Error(`fpm was not asked for ${output}`)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
