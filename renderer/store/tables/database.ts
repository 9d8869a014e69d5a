import { Dexie, type Table } from 'dexie'
import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Entity } from '../../../shared/journal/frame.ts'
import type { PackageSummary } from '../../../shared/model/package/package-summary.ts'
import type { Layer } from '../../../shared/model/report/report.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import type { Tally } from '../../../shared/steps/aggregate/tally.ts'
import type { CountsSnapshot } from '../../../shared/steps/derive/derived-counts.ts'
import type { Facts } from '../../../shared/steps/derive/entry-facts.ts'
import type { YearTally } from '../../../shared/steps/derive/year-tally.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations } from './migrations/migrations.ts'

/** Every row: its id, what it is found by, and its field groups. */
interface Row {
  readonly id: string
  readonly groups: Groups
}

export interface UnitRow extends Row {
  /** Code of the unit above; `""` at the top, so that the index knows it. */
  readonly parent: string
}

export interface FinalRow extends Row {
  readonly unit: string
  readonly year: number
}

export interface ReportRow extends FinalRow {
  readonly layer: Layer
}

/** What a copy of a unit's books has seen of a run: see vector.ts. */
export interface RunRow extends Row {
  /** `""`: of this journal itself. */
  readonly unit: string
}

export type CatalogueRow = Row
export type PackageRow = ReportRow
export type ExportRow = ReportRow
/** What a desk decided on a unit's submissions. */
export type DeskRow = ReportRow

/** An entry of a register. Where nothing stands (it was made, and that undone) unit and register are `""`; one erased for good has its serial. */
export interface EntryRow extends Row {
  readonly unit: string
  readonly register: string
  /** What it is sorted by: the register's first date or month, `""` where there is none. */
  readonly day: string
  /** Absent where nothing stands any more: it is then in no list. */
  readonly binned?: 0 | 1
  /** A request or case without an end, not in the bin; others are not in the index. */
  readonly open?: 1
  /** A field of it is missing or wrong, and it is not in the bin; others are not in the index. */
  readonly flawed?: 1
  /** Nothing of it stands, for its making was undone, and it had personal data: keys of it lie in the keyring. */
  readonly undone?: 1
  /** Its number as text that sorts (`2026-000000012`), where the program gives numbers. */
  readonly serial?: string
  /** What it says to the report; null where it does not count. */
  readonly facts: Facts | null
}

/** A record with conflicts: see shared/journal/conflicts.ts. */
export interface ConflictRow {
  readonly entity: Entity
  readonly record: string
}

/** A month of a register's list; see entry-lists.ts. */
export interface EntryListRow {
  readonly unit: string
  readonly register: string
  /** 1: the bin. */
  readonly binned: 0 | 1
  /** `YYYY-MM`; `YYYY` of what is of a whole year, `""` of what has no day. */
  readonly month: string
  /** Day and record id, a space between them, sorted. */
  readonly lines: readonly string[]
}

/** A year's derived counts of a unit, as the entries stand. */
export interface DerivedRow {
  /** `unit|year`. */
  readonly id: string
  readonly unit: string
  readonly year: number
  /** Of the form and its derivations: counts of others are made anew. */
  readonly fingerprint: string
  readonly counts: CountsSnapshot
  /** What the charts show of the year. */
  readonly tally: YearTally
}

/** A submission as a desk lists it. `unit`: the code that it came under. */
export interface SummaryRow extends Omit<PackageSummary, 'unit'> {
  readonly unit: string
  readonly name: string
}

/** The sum of what counts of a desk's units in a year. */
export interface TallyRow {
  /** `unit|year`, of the desk. */
  readonly id: string
  readonly unit: string
  readonly year: number
  /** `formHash()`: a tally of another form is made anew. */
  readonly form: string
  /** Ids of the submissions in it, by the units' codes. */
  readonly members: Readonly<Record<string, string>>
  readonly tally: Tally
}

/** One action, for history. */
export interface LogRow {
  readonly seq: number
  readonly action: string
  readonly author: string
  readonly unit: string
  /** Null where the action is of no year. */
  readonly year: number | null
  /** Milliseconds, of the frame's stamp. */
  readonly time: number
  readonly device: string
  readonly undoOf: number | null
}

/** How far the journal is applied; written in the same transaction as what it speaks of. */
export interface AppliedRow {
  readonly key: 'applied'
  readonly journalId: string
  readonly seq: number
  readonly hlc: string | null
  /** By which program the facts of the entries were read, and by which catalogue; see facts-version.ts. */
  readonly facts: string
  readonly catalogue: string
}

/** Fixed for ever: the working copy of what is in the journal. */
export const DATABASE_NAME = 'ogi-yearbook'

/** Dexie multiplies its version by ten for IndexedDB. */
const NATIVE_FACTOR = 10

/** The store's tables. */
export class Database extends Dexie {
  declare readonly units: Table<UnitRow, string>
  declare readonly reports: Table<ReportRow, string>
  declare readonly packages: Table<PackageRow, string>
  declare readonly finals: Table<FinalRow, string>
  declare readonly exports: Table<ExportRow, string>
  declare readonly desks: Table<DeskRow, string>
  declare readonly entries: Table<EntryRow, string>
  declare readonly catalogue: Table<CatalogueRow, string>
  declare readonly runs: Table<RunRow, string>
  declare readonly conflicts: Table<ConflictRow, [entity: Entity, record: string]>
  declare readonly lists: Table<EntryListRow, [unit: string, register: string, binned: 0 | 1, month: string]>
  declare readonly derived: Table<DerivedRow, string>
  declare readonly summaries: Table<SummaryRow, string>
  declare readonly tallies: Table<TallyRow, string>
  declare readonly log: Table<LogRow, number>
  declare readonly meta: Table<AppliedRow, 'applied'>

  /** By which its rows are made: what the program brings, and what was brought to it. */
  known: Catalogue

  constructor(known: Catalogue, steps: readonly Migration[] = migrations) {
    // The journal is what is durable: the store need not wait for the disk.
    super(DATABASE_NAME, { chromeTransactionDurability: 'relaxed' })
    this.known = known
    for (const [index, { version, stores, upgrade }] of steps.entries()) {
      if (version !== index + 1) throw new Error(`migration ${version} stands where ${index + 1} should`)
      const step = this.version(version).stores({ ...stores })
      if (upgrade !== undefined) step.upgrade(upgrade)
    }
  }

  /** Whether what is open was made by a newer program: this one can't trust its tables. */
  get isNewer(): boolean {
    return this.backendDB().version > migrations.length * NATIVE_FACTOR
  }
}
