import type { Form } from '../../shared/forms/form.ts'
import { canonicalJson } from '../../shared/package/canonical-json.ts'
import { sha256Hex } from '../../shared/package/sha256.ts'

const known = new WeakMap<Form, string>()

/** Of a form's id and derivations, in hex: stored counts hold for the same ones only. */
export function derivationFingerprint(form: Form): string {
  const fingerprint =
    known.get(form) ??
    sha256Hex(new TextEncoder().encode(canonicalJson({ id: form.id, derivations: form.definition.derivations })))
  known.set(form, fingerprint)
  return fingerprint
}
