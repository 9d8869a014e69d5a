import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import { sha256Hex } from '../../../shared/values/sha256.ts'

/** One more where what is stored of a year beside its counts is made otherwise: the tally of the charts. */
const TALLY_VERSION = 1

const known = new WeakMap<Form, string>()

/** Of a form's id and derivations and of the tally, in hex: what is stored of a year holds for the same ones only. */
export function derivationFingerprint(form: Form): string {
  const fingerprint =
    known.get(form) ??
    sha256Hex(
      new TextEncoder().encode(canonicalJson({ id: form.id, derivations: form.derivations, tally: TALLY_VERSION })),
    )
  known.set(form, fingerprint)
  return fingerprint
}
