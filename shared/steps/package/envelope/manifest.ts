import { z } from '../../../values/parse.ts'
import { MAX_RECIPIENTS } from './limits.ts'

/** The `.ogi` format that this program writes; it reads no newer one. */
export const FORMAT_VERSION = 1

export const hashText = z.string().regex(/^[0-9a-f]{64}$/)
export const unitName = z.strictObject({ code: z.string().max(120), name: z.string().min(1).max(100) })
const signer = z.strictObject({ sign: z.string().max(100), seal: z.string().max(100) })

/** What every manifest says, whatever the kind of file; a kind adds fields of its own. Readable without any key. */
export const commonHeader = {
  format: z.literal('ogi'),
  formatVersion: z.literal(FORMAT_VERSION),
  suite: z.string().max(20),
  kind: z.string().max(20),
  unit: unitName,
  /** Code of the unit that this goes to; null where the sender knows none. */
  to: z.string().max(120).nullable(),
  /** The PC that made it. */
  device: z.string().max(60),
  /** When it was made, by that PC's clock: `2021-01-18T01:00:00.000Z`. For people and for the order of lists, never for more. */
  exported: z.iso.datetime({ precision: 3 }),
  appVersion: z.string().max(40),
  /** Made in practice or from the sample: an upper level refuses it for real use. */
  practice: z.boolean(),
  /** Null only without signature. */
  signer: signer.nullable(),
  /** Keys that follow on the signer's. */
  next: signer.optional(),
  /** Ids of the keys that open the content; none: it lies open. */
  sealedTo: z.array(z.string().max(100)).max(MAX_RECIPIENTS).readonly(),
  content: z.strictObject({
    /** Of `index.json`, which has those of all the parts. */
    sha256: hashText,
    /** Bytes of the index and its parts, unpacked. */
    size: z.int().positive(),
    parts: z.int().nonnegative(),
  }),
} as const

const common = z.strictObject(commonHeader)
/** First entry of an `.ogi` file, `manifest.json`. */
export type CommonHeader = z.infer<typeof common>

/** What the envelope adds to a header itself. */
export type EnvelopeField = 'format' | 'formatVersion' | 'suite' | 'kind' | 'sealedTo' | 'content'
