import type { Form } from '../forms/form.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256Hex } from './sha256.ts'

const known = new WeakMap<Form, string>()

/** Identity of a form's data: sha-256 of its canonical JSON, in hex. */
export function formHash(form: Form): string {
  const hash = known.get(form) ?? sha256Hex(new TextEncoder().encode(canonicalJson(form.definition)))
  known.set(form, hash)
  return hash
}
