import type { ReportProblem } from '../../model/report/report-json.ts'

/** Why an `.ogi` file was not taken. Wording: `packageProblemMessage()`. */
export type PackageProblemCode =
  /** No zip, or a zip of something else. */
  | 'not-ogi'
  /** Empty, or the end of the file is missing. */
  | 'truncated'
  /** The file, one of its parts or all of them together are larger than any report can be. */
  | 'too-large'
  /** A part does not unpack, or its checksum or declared sizes don't fit: the file was damaged on its way. */
  | 'damaged'
  /** Encrypted, split over several files, zip64, an unknown compression. */
  | 'unsupported-zip'
  /** A part whose name leaves the folder or that is no plain file. */
  | 'unsafe-part'
  | 'duplicate-part'
  /** In the zip, but not in the manifest. */
  | 'unlisted-part'
  /** In the manifest (or always needed), but not in the zip. */
  | 'missing-part'
  /** The size of a part is not the one in the manifest. */
  | 'wrong-size'
  /** The sha-256 of a part is not the one in the manifest. */
  | 'wrong-hash'
  | 'manifest-unreadable'
  /** Written by a newer program. */
  | 'newer-format'
  /** An `.ogi` file of ours, but no submission. */
  | 'other-kind'
  | 'unknown-form'
  /** The same form id with another definition. */
  | 'form-differs'
  /** Not the form for that year. */
  | 'form-year'
  /** Form, year or unit of the report are not those of the manifest. */
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
