import type { Basis, Layer, Report, UnitName } from '../report/report.ts'
import type { Signer } from './signer.ts'

/** What the desk knows of one received submission without its figures. */
export interface ReceivedHeader {
  /** Hash of its manifest: the record's id. */
  readonly id: string
  /** SHA-256 of the file as it came, in hex: its name in the data folder. */
  readonly file: string
  readonly unit: UnitName
  readonly to: string | null
  readonly layer: Layer
  readonly year: number
  /** 第2次报送. */
  readonly revision: number
  readonly follows: readonly string[]
  readonly device: string
  /** `2021-01-18T01:00:00.000Z`, by its maker's clock. */
  readonly exported: string
  readonly appVersion: string
  readonly practice: boolean
  /** How it was signed. */
  readonly suite: string
  /** By whose keys, the public halves; null where nobody did. */
  readonly signer: Signer | null
}

/** One received submission. */
export interface ReceivedPackage extends ReceivedHeader {
  readonly report: Report
  readonly basis: Basis
}
