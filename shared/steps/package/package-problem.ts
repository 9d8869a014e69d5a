import type { ReportProblem } from '../../model/report/report-json.ts'
import type { SealProblem, SignatureProblem } from './envelope/suite.ts'

/** Why an `.ogi` file was not taken. Wording: `packageProblemMessage()`. */
export type PackageProblemCode =
  /** No zip, or a zip of something else. */
  | 'not-ogi'
  /** Empty, or the end of the file is missing. */
  | 'truncated'
  /** The file, one of its parts or all of them together are larger than any file of its kind can be. */
  | 'too-large'
  /** A part does not unpack, or its checksum or declared sizes don't fit: the file was damaged on its way. */
  | 'damaged'
  /** Packed otherwise than we pack: encrypted, compressed, by another program, or with something between the parts. */
  | 'unsupported-zip'
  | 'duplicate-part'
  /** In the zip, but not in the index. */
  | 'unlisted-part'
  /** In the index, but nothing that a file of this kind has. */
  | 'unexpected-part'
  /** In the index (or always needed), but not in the zip. */
  | 'missing-part'
  /** The size of a part is not the one in the index. */
  | 'wrong-size'
  /** The hash of a part is not the one in the index, or that of the index not the one in the manifest. */
  | 'wrong-hash'
  | 'manifest-unreadable'
  /** JSON spelled otherwise than its data asks for: a key twice, a blank too many. */
  | 'not-canonical'
  /** A key to which JavaScript gives a meaning of its own. */
  | 'unsafe-key'
  | 'too-deep'
  | 'text-too-long'
  /** More questions or reasons than there can be: `detail` says which list. */
  | 'list-too-long'
  /** Written by a newer program. */
  | 'newer-format'
  /** An `.ogi` file of a kind that this program does not take in. */
  | 'unknown-kind'
  /** Signed or sealed in a way that this program does not know. */
  | 'unknown-suite'
  | SignatureProblem
  | SealProblem
  /** Reading it took longer than any file of its size should. */
  | 'too-slow'
  | 'unknown-form'
  /** The same form id with another definition. */
  | 'form-differs'
  /** Not the form for that year. */
  | 'form-year'
  /** Index and manifest, or form, year or unit of the report, say different things: `detail` says what. */
  | 'contradicts-manifest'
  | 'report-unreadable'
  | 'basis-unreadable'

export interface PackageProblem {
  readonly code: PackageProblemCode
  /** What it is about, as data: the part's name, the kind, the version, the form. */
  readonly detail?: string
  /** With `form-year`: the id of the right form; null where the year has none. */
  readonly form?: string | null
  /** With `report-unreadable`: what is wrong in the report. */
  readonly report?: ReportProblem
}
