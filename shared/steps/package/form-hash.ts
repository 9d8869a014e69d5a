import type { Form } from '../../catalogue/forms/form.ts'
import { canonicalJson } from '../../values/canonical-json.ts'
import { sha256Hex } from '../../values/sha256.ts'

const known = new WeakMap<Form, string>()

/**
 * Identity of what a form asks for, in hex: sha-256 of the canonical JSON of its sections and of its cells as they are
 * labelled. Left out is what a program or a task may add or change while the same is asked: rules, derivations, the
 * supplement's figures, the years that it is for, and how it looks in print.
 */
export function formHash(form: Form): string {
  const hash = known.get(form) ?? hashOf(form)
  known.set(form, hash)
  return hash
}

function hashOf({ id, definition, cells }: Form): string {
  const sections = definition.sections.map((section) => ({ id: section.id, content: section.content }))
  const asked = [...cells.values()].map(({ key, kind, unit, rowLabels, columnLabels }) => ({
    key,
    kind,
    unit,
    rowLabels,
    columnLabels,
  }))
  return sha256Hex(new TextEncoder().encode(canonicalJson({ id, sections, cells: asked })))
}
