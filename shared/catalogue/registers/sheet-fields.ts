import type { RegisterDefinition, RegisterField } from './register-definition.ts'

/** The fields that people type into; the others are an import's. */
export function typedFields(register: RegisterDefinition): RegisterField[] {
  return register.fields.filter(({ fromSheet }) => fromSheet === undefined)
}

/** The field that holds what an import left; null where the register has none. */
export function sheetField(
  register: RegisterDefinition,
  holds: NonNullable<RegisterField['fromSheet']>,
): RegisterField | null {
  return register.fields.find(({ fromSheet }) => fromSheet === holds) ?? null
}
