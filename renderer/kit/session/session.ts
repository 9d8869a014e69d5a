import { createContext, useContext } from 'react'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { Change } from '../../../shared/journal/frame.ts'
import type { Layer } from '../../../shared/model/report/report.ts'
import type { ReportId } from '../../../shared/model/report/report-record.ts'
import type { Unit } from '../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import type { ActionDraft } from '../../store/store.ts'
import type { View } from './view.ts'

/** What every screen works on: one unit, one year, one place; and the ways to change them. */
export interface Session {
  readonly unit: Unit
  readonly units: readonly Unit[]
  /** The unit receives reports from units below it. */
  readonly isDesk: boolean
  readonly year: number
  readonly form: Form
  /** The layer whose texts are this unit's report: `total` where it is a desk. */
  readonly layer: Layer
  readonly view: View
  go(view: View): void
  /** Goes to a place of a unit and year, which may be others than now; nowhere where this PC no longer keeps it. */
  goTo(where: { readonly unit: string; readonly year: number }, view: View): void
  setUnit(code: string): void
  setYear(year: number): void
  /** Edits one of this unit's reports of this year. Where the disk refuses, the save state says so. */
  edit(layer: Layer, action: string, change: (id: ReportId, groups: Groups) => readonly Change[]): void
  /** Any other action. Resolves to whether it was recorded. */
  act(draft: Omit<ActionDraft, 'unit' | 'year'>): Promise<boolean>
}

export const SessionContext = createContext<Session | null>(null)

/** Throws outside of a workspace: a screen is shown once a unit is chosen. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('no session above this screen')
  return session
}
