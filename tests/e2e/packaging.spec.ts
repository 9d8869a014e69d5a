import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { bundle } from '../../build/bundle.ts'
import { writeChecksums } from '../../build/packaging/checksums.ts'
import { APP_ID, FOLDER_NAME } from '../../electron/identity.ts'
import { PackedProject } from './packaging/packed-project.ts'
import { readAsar } from './packaging/read-asar.ts'
import { readProgram } from './packaging/read-program.ts'
import { readSetupTexts } from './packaging/read-setup.ts'

let packed: PackedProject

/** The lines from the one that is `first` to the next that is `last`. */
function linesBetween(log: string, first: string, last: string): string[] {
  const lines = log.split('\n').map((line) => line.trim())
  const start = lines.indexOf(first)
  return start < 0 ? [] : lines.slice(start, lines.indexOf(last, start))
}

const version = () => packed.manifest.version
const setup = () => `${FOLDER_NAME}-${version()}-win-x64-setup.exe`
const portable = () => `${FOLDER_NAME}-${version()}-win-x64-portable.exe`
const unpacked = (file: string) => path.join(packed.release, 'win-unpacked', file)

test.beforeAll(async () => {
  // A new machine fetches the packing tools first.
  test.setTimeout(300_000)
  await bundle()
  packed = new PackedProject()
  await packed.pack('win')
  await packed.pack('linux')
})

test.afterAll(() => packed?.remove())

test.describe('electron-builder.yml for Windows', () => {
  test('makes Setup and the portable program with ASCII names', () => {
    const made = readdirSync(packed.release).filter((name) => name.endsWith('.exe'))
    expect(made.sort()).toEqual([portable(), setup()])
  })

  test('packs the bundles and package.json, no library and no source map', () => {
    const { paths } = readAsar(unpacked('resources/app.asar'))
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/main/main.js',
        'dist/preload/preload.cjs',
        'dist/renderer/index.html',
        'package.json',
      ]),
    )
    expect(paths.filter((file) => !/^(package\.json|dist\/(main|preload|renderer)\/.+)$/.test(file))).toEqual([])
    expect(paths.filter((file) => file.endsWith('.map'))).toEqual([])
    expect(readdirSync(unpacked('resources'))).toEqual(['app.asar'])
  })

  test('ties the program to this very archive', () => {
    const { headerSha256 } = readAsar(unpacked('resources/app.asar'))
    const { integrity } = readProgram(unpacked('ogi-yearbook.exe'))
    expect(integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value: headerSha256 }])
  })

  test('sets the fuses', async () => {
    const wire = await getCurrentFuseWire(unpacked('ogi-yearbook.exe'))
    const enabled = Object.values(FuseV1Options).filter(
      (fuse): fuse is FuseV1Options => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE,
    )
    expect(enabled.map((fuse) => FuseV1Options[fuse])).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers', // Electron's own setting, left alone
    ])
  })

  test('names the program in Chinese and gives it our icon', () => {
    const program = readProgram(unpacked('ogi-yearbook.exe'))
    expect(program.version).toMatchObject({
      ProductName: '政府信息公开年报',
      FileDescription: '政府信息公开年报',
      FileVersion: version(),
    })
    expect(program.icon).toEqual([16, 20, 24, 32, 40, 48, 64, 256])
  })

  test('ships Chinese and English only', () => {
    expect(readdirSync(unpacked('locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  test('Setup keeps the identity of earlier versions and the data folder of the application', () => {
    const { args } = packed.compilation(setup())
    expect(args).toContain(`-DAPP_ID=${APP_ID}`)
    // Derived from the id. Another one would install a second copy beside the old.
    expect(args).toContain('-DAPP_GUID=4184c9f3-6ded-5335-87b2-26c0a88b91e1')
    expect(args).toContain(`-DAPP_PACKAGE_NAME=${FOLDER_NAME}`)
  })

  test('Setup asks for no administrator, offers the folder, speaks Chinese, keeps data on uninstall', () => {
    const { args, script } = packed.compilation(setup())
    expect(args).toContain('-DallowToChangeInstallationDirectory')
    expect(
      args.filter((arg) => /^-D(INSTALL_MODE_PER_ALL_USERS|ONE_CLICK|DO_NOT_CREATE_DESKTOP_SHORTCUT)$/.test(arg)),
    ).toEqual([])
    expect([...script.matchAll(/MUI_LANGUAGE "(\w+)"/g)].map(([, language]) => language)).toEqual(['SimpChinese'])
    expect(packed.compilation(setup(), 'uninstaller').args).not.toContain('-DDELETE_APP_DATA_ON_UNINSTALL')
    const manifest = readFileSync(path.join(packed.release, setup()), 'latin1')
    expect(manifest).toContain('<requestedExecutionLevel level="asInvoker"')
  })

  test('Setup ties .ogi files to the program, with their own icon', () => {
    const { script } = packed.compilation(setup())
    expect(script).toMatch(
      /!insertmacro APP_ASSOCIATE "ogi" "OgiYearbook\.File" "政府信息公开年报报送文件" "\$INSTDIR\\resources\\ogi\.ico"/,
    )
    expect(packed.compilation(setup(), 'uninstaller').script).toContain('APP_UNASSOCIATE "ogi" "OgiYearbook.File"')
    const texts = readSetupTexts(path.join(packed.release, setup()))
    expect(texts).toContain('Software\\Classes\\.ogi')
    expect(texts).toContain('用“政府信息公开年报”打开')
  })

  test('Setup tells what it needs and where the data lie, and what to do on an older Windows', () => {
    const texts = readSetupTexts(path.join(packed.release, setup()))
    expect(texts).toContain('本程序需要 Windows 10 或更高版本（64位）。只为当前用户安装，不需要管理员权限。')
    expect(texts).toContain('您录入的数据都保存在：')
    // Nothing is backed up yet.
    expect(texts).not.toContain('备份')
    expect(texts).toContain('请用 Windows 10 及以上的电脑安装')
    expect(texts).toContain('LOCALAPPDATA')
  })

  test('Setup without a window refuses what its folder page does, with an exit code of its own', () => {
    const { log } = packed.compilation(setup())
    const check = linesBetween(log, 'Function: "checkFolder"', 'FunctionEnd')
    expect(check).toContain('FindFirst: spec="$0\\*.*" handle=$1 output=$2')
    for (const called of ['.onVerifyInstDir', '.onInit']) {
      expect(linesBetween(log, `Function: "${called}"`, 'FunctionEnd')).toContain('Call "checkFolder"')
    }
    const start = linesBetween(log, 'Function: ".onInit"', 'FunctionEnd')
    expect(start.slice(start.indexOf('Call "checkFolder"'))).toContain('SetErrorLevel: 2')
  })

  test('files.txt names all that is packed, and uninstalling removes nothing else of the folder', () => {
    const listed = readFileSync(unpacked('files.txt'), 'utf8').split('\r\n')
    const files = readdirSync(unpacked('.'), { recursive: true, withFileTypes: true }).map((entry) => {
      const name = path.relative(unpacked('.'), path.join(entry.parentPath, entry.name)).replaceAll('/', '\\')
      return entry.isDirectory() ? `${name}\\` : name
    })
    expect(listed.toSorted()).toEqual(['', ...files.filter((name) => name !== 'files.txt')].toSorted())
    // A folder is empty before it is its turn.
    expect(listed.findIndex((line) => line.endsWith('\\'))).toBe(
      files.filter((name) => !name.endsWith('\\')).length - 1,
    )
    const { log } = packed.compilation(setup(), 'uninstaller')
    const removed = log.split('\n').filter((line) => /^(Delete|RMDir): .*\$INSTDIR/.test(line))
    expect(removed).toContain('Delete: "$INSTDIR\\$R1"')
    expect(removed.filter((line) => line.includes('/r') || line.includes('*'))).toEqual([])
  })

  test('Setup leaves no dead link in the list of programs', () => {
    expect(readSetupTexts(path.join(packed.release, setup()))).not.toContain('.invalid')
  })

  test('the portable program unpacks into a folder of its own at each start', () => {
    const { args } = packed.compilation(portable())
    expect(args).toContain('-DREQUEST_EXECUTION_LEVEL=user')
    expect(args.filter((arg) => arg.startsWith('-DUNPACK_DIR_NAME'))).toEqual([])
  })

  test('a key that electron-builder does not know stops the build', async () => {
    await expect(packed.pack('win', '--dir', '-c.nsis.perMachin=true')).rejects.toThrow(
      /Invalid configuration object[\s\S]*configuration\.nsis/,
    )
  })
})

// The deb itself is made by fpm, which electron-builder fetches; here a stand-in keeps what fpm is asked.
test.describe('electron-builder.yml for Linux', () => {
  const deb = (arch: string) => `${FOLDER_NAME}_${version()}_${arch}.deb`

  test('asks for a deb for both kinds of processor', () => {
    for (const arch of ['amd64', 'arm64']) {
      const { args } = packed.debian(deb(arch))
      expect(args[args.indexOf('--architecture') + 1]).toBe(arch)
      expect(args[args.indexOf('--deb-compression') + 1]).toBe('xz')
    }
  })

  test('puts the program into the menu under Office, and .ogi files with it', () => {
    const { args, files } = packed.debian(deb('amd64'))
    const entry = readFileSync(path.join(files, 'usr/share/applications/ogi-yearbook.desktop'), 'utf8')
    expect(entry).toContain('\nName=政府信息公开年报\n')
    expect(entry).toContain('[Desktop Entry]')
    expect(entry).toMatch(/\nExec="\/opt\/政府信息公开年报\/ogi-yearbook" %U\n/)
    expect(entry).toContain('\nCategories=Office;\n')
    expect(entry).toContain('\nMimeType=application/x-ogi-yearbook;\n')
    expect(entry).toContain('\nStartupWMClass=ogi-yearbook\n')
    const types = readFileSync(path.join(files, 'usr/share/mime/packages/ogi-yearbook.xml'), 'utf8')
    expect(types).toContain('<mime-type type="application/x-ogi-yearbook">')
    expect(types).toContain('<glob pattern="*.ogi"/>')
    const icons = args.filter((arg) => arg.endsWith('/apps/ogi-yearbook.png'))
    expect(icons.length).toBe(8)
  })
})

test.describe('writeChecksums()', () => {
  test('lists every installer so that sha256sum can check them', async () => {
    const names = await writeChecksums(packed.release)
    expect(names).toEqual([
      portable(),
      setup(),
      `${FOLDER_NAME}_${version()}_amd64.deb`,
      `${FOLDER_NAME}_${version()}_arm64.deb`,
    ])
    const check = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS.txt'], {
      cwd: packed.release,
      encoding: 'utf8',
    })
    expect(check.stdout.trim().split('\n')).toEqual(names.map((name) => `${name}: OK`))
  })
})
