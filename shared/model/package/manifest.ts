import { z } from '../../values/parse.ts'

/** Newest `.ogi` format that this program writes and reads. */
export const FORMAT_VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Cover sheet of an `.ogi` file: first entry of the zip, `manifest.json`. */
export const manifest = z.strictObject({
  format: z.literal('ogi'),
  /** A reader refuses what is newer than itself, by name. */
  formatVersion: z.int().positive(),
  kind: z.enum(['assignment', 'submission', 'receipt', 'referral', 'sync', 'backup', 'handover']),
  unit: z.strictObject({ code: z.string().max(120), name: z.string().max(100), level: z.string().max(20) }),
  /** Code of the unit that this goes to; null where the sender knows none. */
  to: z.string().max(120).nullable(),
  layer: z.enum(['own', 'total']),
  form: z.strictObject({ id: z.string(), sha256 }),
  year: z.int().min(1990).max(2200),
  /** For people: 第2次报送. Order is by (exported, sha-256 of the file). */
  revision: z.int().positive(),
  /** Hybrid logical clock of the export. */
  exported: z.string(),
  appVersion: z.string().max(40),
  /** Made from the built-in sample or in practice: an upper level refuses it for real use. */
  sample: z.boolean(),
  /** Path in the zip to its sha-256 and size in bytes; every entry but the manifest is listed. */
  parts: z.record(z.string().max(200), z.strictObject({ sha256, size: z.int().nonnegative() })),
  /** Cryptographic suite and signature over the manifest without this field; null in format version 1. */
  suite: z.string().nullable(),
  signature: z.string().nullable(),
})
export type Manifest = z.infer<typeof manifest>
