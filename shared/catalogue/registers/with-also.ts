import type { Choice } from './register-definition.ts'

/** Choices together with what offices also call them, by value. */
export function withAlso(choices: readonly Choice[], also: Readonly<Record<string, string[]>>): Choice[] {
  return choices.map((choice) => ({ ...choice, also: also[choice.value] }))
}
