import { fail, type Result } from '../../values/result.ts'
import { readCover } from './envelope/read-cover.ts'
import type { PackageReading } from './kinds/kind.ts'
import { kindReaders, type Package } from './kinds/kinds.ts'
import type { PackageProblem } from './package-problem.ts'

/**
 * Opens an `.ogi` file of whatever kind: size, directory, manifest, version, kind, suite, signature, header, seal, index,
 * parts, schemas, agreement with the manifest. The first that does not hold is the problem. Practice is none here: the
 * caller decides.
 */
export async function openPackage(
  bytes: Uint8Array,
  reading: PackageReading,
): Promise<Result<Package, PackageProblem>> {
  const cover = await readCover(bytes, Math.max(...kindReaders.map(({ largest }) => largest)))
  if (!cover.ok) return cover
  const reader = kindReaders.find(({ kind }) => kind === cover.value.kind)
  return reader === undefined
    ? fail({ code: 'unknown-kind', detail: cover.value.kind })
    : reader.open(cover.value, reading)
}
