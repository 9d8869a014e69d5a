import { type UnitKeys, unitKeys } from '../steps/package/envelope/unit-keys.ts'
import { sha256Bytes } from '../values/sha256.ts'

/** The keys of a sample unit, which everybody can make: its files are for practice and for trying the program. */
export function sampleKeys(code: string): UnitKeys {
  return unitKeys(sha256Bytes(new TextEncoder().encode(`sample ${code}`)))
}
