/**
 * Stand-ins for the folders that Electron's zip files hold, so that packing can be tested where Electron cannot be
 * fetched. They pack; they do not run. Only tests use them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** A 64-bit Windows program that Debian's package nsis brings. */
const windowsProgram = '/usr/share/nsis/Stubs/zlib-amd64-unicode'

const locales = ['zh-CN', 'en-US', 'de']
const commonFiles = ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat']

/**
 * Electron's fuse wire, version 1: a sentinel, the version, the number of fuses and one character for each. The first
 * eight are the opposite of what electron-builder.yml asks for, so that one that is left alone is seen.
 */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100111'),
])

/** A folder like that of electron-v<version>-win32-x64.zip. */
export function stubWindowsElectron(folder: string, version: string): void {
  writeCommonFiles(folder, version)
  writeFileSync(path.join(folder, 'electron.exe'), windowsElectron(version))
}

/** A folder like that of electron-v<version>-linux-<arch>.zip. */
export function stubLinuxElectron(folder: string, version: string): void {
  writeCommonFiles(folder, version)
  writeFileSync(path.join(folder, 'chrome-sandbox'), '')
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from('\x7fELF'), fuseWire]), { mode: 0o755 })
}

function writeCommonFiles(folder: string, version: string): void {
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  for (const file of commonFiles) writeFileSync(path.join(folder, file), '')
  for (const locale of locales) writeFileSync(path.join(folder, 'locales', `${locale}.pak`), '')
  writeFileSync(path.join(folder, 'version'), version)
}

/** electron-builder edits the version information and icon, @electron/fuses the wire: both must be there. */
function windowsElectron(version: string): Uint8Array {
  const program = NtExecutable.from(readFileSync(windowsProgram), { ignoreCert: true })
  const resources = NtExecutableResource.from(program)
  const information = Resource.VersionInfo.createEmpty()
  information.setFileVersion(version, 1033)
  information.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' })
  information.outputToResourceEntries(resources.entries)
  const rawData = 10
  resources.entries.push({ type: rawData, id: 1, lang: 1033, codepage: 1200, bin: Uint8Array.from(fuseWire).buffer })
  resources.outputResource(program)
  return new Uint8Array(program.generate())
}
