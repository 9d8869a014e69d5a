import { builtIn } from '../built-in.ts'
import { registerById as byId, knownRegister as known } from '../catalogue.ts'
import type { RegisterDefinition } from './register-definition.ts'

/** The registers that this program knows, in the order of the screens. */
export const registers: readonly RegisterDefinition[] = builtIn.registers

/** The register of this id, or null where it is not known: entries of a newer program stay, and count nowhere. */
export const registerById = (id: string): RegisterDefinition | null => byId(registers, id)

/** The register of this id, for an edit. Throws where it is not known: a newer program's entries are shown, not edited. */
export const knownRegister = (id: string): RegisterDefinition => known(registers, id)

export const requestsRegister = knownRegister('requests')
export const figuresRegister = knownRegister('figures')
export const documentsRegister = knownRegister('documents')
export const disputesRegister = knownRegister('disputes')
export const openingsRegister = knownRegister('openings')
