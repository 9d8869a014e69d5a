import { canonicalJson } from '../../../values/canonical-json.ts'
import { z } from '../../../values/parse.ts'
import { attachmentLimits } from './limits.ts'
import { hashText } from './manifest.ts'

const part = z.strictObject({ sha256: hashText, size: z.int().nonnegative() })
const attachment = z.strictObject({
  sha256: hashText,
  size: z.int().nonnegative().max(attachmentLimits.size),
  type: z.string().max(100),
})

/**
 * `index.json`, the first entry of the content. It says again whose file this is, so that nobody signs another's content
 * as his own; the nonce keeps figures from being guessed by the manifest's hash.
 */
export const contentIndex = z.strictObject({
  kind: z.unknown(),
  unit: z.unknown(),
  year: z.unknown().optional(),
  layer: z.unknown().optional(),
  exported: z.unknown(),
  signer: z.unknown(),
  /** 32 random bytes, in hex. */
  nonce: hashText,
  parts: z.record(z.string().max(200), part),
  attachments: z.array(attachment).max(attachmentLimits.count),
})
export type ContentIndex = z.infer<typeof contentIndex>

/** What the index repeats of the manifest, as far as it is there. */
const repeated = ['kind', 'unit', 'year', 'layer', 'exported', 'signer'] as const
type Repeated = { readonly [field in (typeof repeated)[number]]?: unknown }

export function repeatedFields({ kind, unit, year, layer, exported, signer }: Repeated): Repeated {
  return { kind, unit, year, layer, exported, signer }
}

/** The first field that index and manifest do not agree on; null where they agree. */
export function disagreement(manifest: Repeated, index: Repeated): string | null {
  return repeated.find((field) => canonicalJson([manifest[field]]) !== canonicalJson([index[field]])) ?? null
}
