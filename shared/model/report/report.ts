import type { CellKey } from '../../catalogue/forms/form.ts'
import { textSections } from '../../catalogue/forms/form-definition.ts'
import type { Place } from './place.ts'

/**
 * What stands in a cell: an integer; money as an exact decimal string in the form's unit; `null` empty; `"n/a"`
 * printed `--`; any other string is what somebody typed wrong: it stays as typed, with a `value` finding.
 */
export type CellValue = number | string | null

export const NOT_APPLICABLE = 'n/a'

export interface UnitName {
  /** Opaque: a division code, a 统一社会信用代码, `local:<uuid>`, or `""` for a sum without an owner. */
  readonly code: string
  readonly name: string
}

/** The texts of a report, plain, one paragraph a line. */
export const narrativeKeys = ['preface', ...textSections] as const
export type NarrativeKey = (typeof narrativeKeys)[number]

/** Whether a section of a form is one of the texts. */
export function isNarrativeKey(id: string): id is NarrativeKey {
  return narrativeKeys.some((key) => key === id)
}

export const titleKeys = ['overview', 'disclosure', 'requests', 'disputes', 'problems', 'other'] as const
export type TitleKey = (typeof titleKeys)[number]

export interface SignOff {
  readonly unit: string
  /** `YYYY-MM-DD`. */
  readonly date: string
}

export interface Presentation {
  readonly titles: Readonly<Partial<Record<TitleKey, string>>>
  /** How an empty figure is printed; null: as the form says. */
  readonly blank: '' | '0' | '/' | null
  readonly signOff: SignOff | null
}

/** A yearly report of one unit in working shape: every cell of the form is there. */
export interface Report {
  readonly form: string
  readonly year: number
  readonly unit: UnitName
  readonly cells: Readonly<Record<CellKey, CellValue>>
  readonly supplement: Readonly<Record<string, CellValue>>
  /** Tables that are zero on purpose (全表为0). */
  readonly statements: readonly string[]
  /** Printed behind a figure: `55（含自然失效29件）`. */
  readonly remarks: Readonly<Partial<Record<CellKey, string>>>
  /** Printed under a table, by table id. */
  readonly notes: Readonly<Record<string, string>>
  readonly presentation: Presentation
  readonly narrative: Readonly<Partial<Record<NarrativeKey, string>>>
}

/** Whose figures a report holds: a unit's own, or the total of a desk. */
export type Layer = 'own' | 'total'

/** Where a figure comes from. */
export type Provenance = 'derived' | 'entered' | 'adjusted' | 'empty'

/** What travels beside the figures in a submission. */
export interface Basis {
  /** Absent cells are `entered` or `empty` as their value says. */
  readonly provenance: Readonly<Partial<Record<CellKey, { readonly kind: Provenance; readonly reason?: string }>>>
  /** Of 补充数字 those that are derived or adjusted, by key; the others are `entered` or `empty` as their value says. */
  readonly supplement?: Readonly<Record<string, { readonly kind: Provenance; readonly reason?: string }>>
  /** Why an error was left standing: the rule, what it is about, whose figure where it was a unit's, and what the clerk wrote. */
  readonly reasons: readonly {
    readonly rule: string
    readonly place: Place
    readonly unit?: UnitName
    readonly text: string
  }[]
  /** 填报人, 审核人, phone: as typed. */
  readonly people: { readonly author: string; readonly reviewer: string; readonly phone: string }
  /** The unit that entered for this one (代填), and who did so there; absent: it did so itself. */
  readonly filledBy?: { readonly code: string; readonly name: string; readonly author: string }
}
