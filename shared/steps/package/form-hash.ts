import type { Form } from '../../catalogue/forms/form.ts'
import { canonicalJson } from '../../values/canonical-json.ts'
import { sha256Hex } from '../../values/sha256.ts'

const known = new WeakMap<Form, string>()

/**
 * Identity of what a form asks for: sha-256 of the canonical JSON of its years, sections, tables and supplement, in
 * hex. Rules and derivations are left out: a program that checks more reads the same files.
 */
export function formHash(form: Form): string {
  const { id, years, sections, tables, supplement } = form.definition
  const asked = canonicalJson({ id, years, sections, tables, supplement })
  const hash = known.get(form) ?? sha256Hex(new TextEncoder().encode(asked))
  known.set(form, hash)
  return hash
}
