import { disputesRegister } from './disputes.ts'
import { documentsRegister } from './documents.ts'
import { figuresRegister } from './figures.ts'
import { openingsRegister } from './openings.ts'
import type { RegisterDefinition } from './register-definition.ts'
import { requestsRegister } from './requests.ts'

/** The registers that this program knows, in the order of the screens. A new one is one more file and one more line. */
export const registers: readonly RegisterDefinition[] = [
  requestsRegister,
  figuresRegister,
  documentsRegister,
  disputesRegister,
  openingsRegister,
]

/** The register of this id, or null where it is not known: entries of a newer program stay, and count nowhere. */
export function registerById(id: string): RegisterDefinition | null {
  return registers.find((register) => register.id === id) ?? null
}

/** The register of this id, for an edit. Throws where it is not known: a newer program's entries are shown, not edited. */
export function knownRegister(id: string): RegisterDefinition {
  const known = registerById(id)
  if (known === null) throw new Error(`no register ${id}`)
  return known
}
