import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import type { Layer } from '../../../shared/model/report/report.ts'

/** Which entries of a register a list begins with: those behind a figure that the clerk chose. */
export interface ListNarrow {
  /** What they are, in the clerk's words: 2025年3月收到的. */
  readonly label: string
  /** Facts that are so, by name. */
  readonly is: Readonly<Record<string, string>>
  /** Days within a year or a month (`2025`, `2025-03`), by name of the fact. */
  readonly within: Readonly<Record<string, string>>
}

/** Where the clerk is. Every screen is one of these; there is no other navigation state. */
export type View =
  | { readonly screen: 'today' }
  /** The registers that are not in sight all the time. */
  | { readonly screen: 'registers' }
  /** `entry`: the last part of the entry's id (`EntryId.entry`), to open it there. */
  | {
      readonly screen: 'register'
      readonly register: string
      readonly entry?: string
      /** Of a list: the entry that the clerk comes back from, or that something was done with. */
      readonly at?: string
      /** Stays while entries of the list are opened. */
      readonly narrow?: ListNarrow
      /** Only what is not filled in right; stays like `narrow`. */
      readonly flawed?: boolean
    }
  /** What the registers hold, as small charts. */
  | { readonly screen: 'charts' }
  /** The days off of a year; `from`: where the clerk goes on afterwards. */
  | { readonly screen: 'holidays'; readonly year: number; readonly from?: View }
  | { readonly screen: 'section'; readonly section: string; readonly layer: Layer; readonly focus?: CellKey }
  /** 补充数字: what the text asks for and the tables don't. `figure` is gone to at first. */
  | { readonly screen: 'supplement'; readonly figure?: string }
  | { readonly screen: 'opening' }
  | { readonly screen: 'findings' }
  | { readonly screen: 'submit' }
  | { readonly screen: 'print' }
  | { readonly screen: 'desk' }
  | { readonly screen: 'child'; readonly unit: string }
  | { readonly screen: 'finalise' }
  | { readonly screen: 'unit' }

/** A register's list, its sheet, or one of its entries. */
export type RegisterView = View & { readonly screen: 'register' }

export const HOME: View = { screen: 'today' }

/** Whether two views are the same place, whatever is focused there. */
export function samePlace(a: View, b: View): boolean {
  if (a.screen !== b.screen) return false
  if (a.screen === 'register' && b.screen === 'register') return a.register === b.register
  if (a.screen === 'section' && b.screen === 'section') return a.section === b.section && a.layer === b.layer
  return true
}
