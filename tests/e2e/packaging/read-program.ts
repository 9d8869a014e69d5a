import { readFileSync } from 'node:fs'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

export type Program = {
  /** Strings of the version information, such as ProductName. */
  version: Record<string, string>
  /** Widths of the icon's pictures. */
  icon: number[]
  /** What Electron checks its archive against. */
  integrity: { file: string; alg: string; value: string }[]
}

/** Reads the resources of a Windows program. */
export function readProgram(file: string): Program {
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(file), { ignoreCert: true }))
  const [information] = Resource.VersionInfo.fromEntries(entries)
  const [language] = information?.getAllLanguagesForStringValues() ?? []
  const [icons] = Resource.IconGroupEntry.fromEntries(entries)
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  return {
    version: information && language ? information.getStringValues(language) : {},
    // The resource writes 256 as 0.
    icon: icons?.icons.map(({ width }) => width || 256) ?? [],
    integrity: integrity ? JSON.parse(Buffer.from(integrity.bin).toString('utf8')) : [],
  }
}
