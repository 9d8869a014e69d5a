import type { ReceivedHeader } from './received-package.ts'

/** How far a table of a submission is filled in. */
export interface TableFill {
  /** Cells that say a figure, or what somebody typed for one; `--` is none. */
  readonly filled: number
  readonly of: number
  /** 全表为0. */
  readonly stated: boolean
}

/** A received submission as a desk lists it: what it says without its figures, and what is to be said of them. */
export interface PackageSummary extends ReceivedHeader {
  /** Id of the form. */
  readonly form: string
  /** By table id. */
  readonly tables: Readonly<Record<string, TableFill>>
  /** What the check says of it (`checkWhole`). */
  readonly errors: number
  readonly warnings: number
  /** Ids of the errors (`findingId`): what breaks here breaks in the sum. */
  readonly broken: readonly string[]
  /** Its figures that are not 0, by cell, of totals and changes none: what units are compared by. */
  readonly figures: Readonly<Record<string, string>>
  /** Of those who sent it, as they typed it. */
  readonly phone: string
  /** Entered by another office (代填). */
  readonly isFilledIn: boolean
}

/** Ids of the tables that came with neither a figure nor 全表为0. */
export function blankTablesOf({ tables }: Pick<PackageSummary, 'tables'>): string[] {
  return Object.entries(tables).flatMap(([id, { filled, stated }]) => (filled === 0 && !stated ? [id] : []))
}
