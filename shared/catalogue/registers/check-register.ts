import type { Tell } from '../catalogue-problem.ts'
import type { RegisterDefinition, RegisterField, StageField } from './register-definition.ts'

/** Field groups with a shape of their own. */
const OWN_SHAPE = ['stage', 'bin', 'erased', 'gone']

/** What a register's data says of itself. */
export function checkRegister(register: RegisterDefinition, tell: Tell): void {
  const bad = (detail: string): void => tell('bad-register', detail)
  const keys = register.fields.map(({ key }) => key)
  if (new Set(keys).size !== keys.length) bad('a field twice')
  const known = (key: string): boolean => keys.includes(key)
  for (const field of register.fields) for (const what of contradictions(field, known)) bad(`${field.key}: ${what}`)
  for (const stage of register.stages ?? []) {
    for (const field of stage.fields) {
      for (const what of choiceContradictions(field)) bad(`${stage.kind}.${field.key}: ${what}`)
    }
  }
  for (const key of [...(register.identity ?? []), ...(register.same ?? []).flat(), ...(register.apart ?? [])])
    if (!known(key)) bad(key)
}

function contradictions(field: RegisterField, known: (key: string) => boolean): string[] {
  const { group, personal = false, kind, to, figureOf, needs, notBefore, numberedBy, fromSheet } = field
  const speaksOf = [figureOf, needs, notBefore, numberedBy].filter((key) => key !== undefined)
  return [
    ...(OWN_SHAPE.includes(group) ? [`no fields go into group ${group}`] : []),
    ...((group === 'personal') === personal ? [] : ['personal or not?']),
    // People write names into it.
    ...(kind === 'longText' && !personal ? ['free text is sealed'] : []),
    ...choiceContradictions(field),
    ...((kind === 'link') === (to !== undefined) ? [] : ['a link to what?']),
    ...(kind === 'figure' && figureOf === undefined ? ['a figure of what?'] : []),
    ...(fromSheet !== undefined && (fromSheet === 'leftover') !== personal ? ['only what is left over is sealed'] : []),
    ...speaksOf.filter((key) => !known(key)).map((key) => `speaks of ${key}`),
  ]
}

function choiceContradictions({ kind, choices, choicesFrom }: StageField): string[] {
  const sources = (choices === undefined ? 0 : 1) + (choicesFrom === undefined ? 0 : 1)
  return sources === (kind === 'choice' ? 1 : 0) ? [] : ['choices?']
}
