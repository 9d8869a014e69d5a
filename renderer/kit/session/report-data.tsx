import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react'
import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { Finding } from '../../../shared/model/report/finding.ts'
import type { Layer, Report } from '../../../shared/model/report/report.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { codeOf } from '../../../shared/model/unit/unit-record.ts'
import { check } from '../../../shared/steps/check/check.ts'
import { checkDesk, nameCauses, unitsByError } from '../../../shared/steps/check/check-desk.ts'
import type { FormedReport } from '../../../shared/steps/check/check-equations.ts'
import { checkWhole } from '../../../shared/steps/check/check-whole.ts'
import { formedReport } from '../../../shared/steps/check/formed-report.ts'
import { unexplainedErrors } from '../../../shared/steps/check/unexplained-errors.ts'
import {
  type Desk,
  useDesk,
  useDeskSum,
  useFinal,
  useLastReport,
  useWorkingReport,
} from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { useSession } from './session.ts'

/** One layer of the report that is worked on, with what the rules say of it. */
export interface Checked {
  readonly working: WorkingReport
  readonly findings: readonly Finding[]
}

export interface ReportData {
  readonly own: Checked
  /** The sum with the desk's adjustments and texts; null for a unit without units below. */
  readonly total: Checked | null
  readonly desk: Desk | null
  /** Last year's report of the same layer, where this PC has one. */
  readonly lastYear: FormedReport | null
}

const ReportDataContext = createContext<ReportData | null>(null)

export function useReportData(): ReportData {
  const data = useContext(ReportDataContext)
  if (data === null) throw new Error('no report above this screen')
  return data
}

/** The layer that is this unit's report: its sum where it is a desk, else its own figures. */
export function useMainReport(): Checked {
  const { own, total } = useReportData()
  return total ?? own
}

/** The layer asked for; a unit without units below has only its own. */
export function useLayer(layer: Layer): Checked {
  const { own, total } = useReportData()
  return layer === 'total' ? (total ?? own) : own
}

/** What is to be settled of the report before it goes out: the same two numbers wherever they are shown. */
export function useFindingCounts(): { readonly errors: number; readonly warnings: number } {
  const { form } = useSession()
  const { working, findings } = useMainReport()
  return useMemo(
    () => ({
      errors: unexplainedErrors(form, findings, working.reasons).length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    }),
    [form, findings, working.reasons],
  )
}

const hasFigures = (report: Report): boolean => Object.values(report.cells).some((value) => value !== null)

/** A unit's own figures of last year. */
function useLastYear(form: Form): Report | null | undefined {
  const { unit, year } = useSession()
  const last = useLastReport(unit.code, year, form)
  return last === undefined ? undefined : (last?.report ?? null)
}

/** A desk's sum of last year: as it was finalised, else as it stands. */
function useLastTotal(form: Form): Report | null | undefined {
  const { unit, year } = useSession()
  const before = formForYear(useStore().catalogue.forms, year - 1)
  const final = useFinal(unit.code, year - 1)
  const desk = useDeskSum(unit.code, year - 1, before ?? form)
  if (final === undefined || desk === undefined) return undefined
  if (final !== null) return final.report
  return before !== null && desk !== null && hasFigures(desk.total.report) ? desk.total.report : null
}

/** Reads and checks the report once for all screens; nothing below is shown before the first read is done. */
export function ReportData({ children }: { children: ReactNode }) {
  const { isDesk } = useSession()
  return isDesk ? <DeskData>{children}</DeskData> : <UnitData>{children}</UnitData>
}

/**
 * Nothing is shown before the first read is done; after it what was read last stands while something is read anew, so
 * that no screen loses its focus and what is typed in it. A new unit or year makes a new frame.
 */
function Provided({ data, children }: { data: ReportData | null; children: ReactNode }) {
  const last = useRef(data)
  if (data !== null) last.current = data
  return last.current === null ? null : <ReportDataContext value={last.current}>{children}</ReportDataContext>
}

function UnitData({ children }: { children: ReactNode }) {
  const { unit, year, form } = useSession()
  const { forms } = useStore().catalogue
  const own = useWorkingReport({ unit: unit.code, year, layer: 'own' }, form)
  const lastYear = useLastYear(form)
  const data = useMemo(
    () =>
      own === undefined || lastYear === undefined
        ? null
        : {
            own: wholly(forms, form, own, lastYear),
            total: null,
            desk: null,
            lastYear: formedReport(forms, lastYear),
          },
    [forms, form, own, lastYear],
  )
  return <Provided data={data}>{children}</Provided>
}

function DeskData({ children }: { children: ReactNode }) {
  const { unit, year, form } = useSession()
  const { forms } = useStore().catalogue
  const desk = useDesk(unit.code, year, form)
  const lastYear = useLastTotal(form)
  const units = desk?.children
  // What only follows from what came in is not asked again with each figure that is typed.
  const ofUnits = useMemo(
    () => ({ findings: checkDesk(form, units ?? []), byError: unitsByError(units ?? []) }),
    [form, units],
  )
  const data = useMemo(() => {
    if (desk === undefined || desk === null || lastYear === undefined) return null
    // Beside what the units sent, a desk's own figures may be few: nothing in them needs to be whole.
    const own = { working: desk.own, findings: check(form, desk.own.report, { forms }) }
    const total = ofDesk(wholly(forms, form, desk.total, lastYear), desk, own.findings, ofUnits)
    return { own, total, desk, lastYear: formedReport(forms, lastYear) }
  }, [forms, form, desk, lastYear, ofUnits])
  return <Provided data={data}>{children}</Provided>
}

/**
 * A unit's figure that no sum can take in stands first: what is said of the sum follows from it. What is wrong in the sum
 * names the units from which it comes.
 */
function ofDesk(
  { working, findings }: Checked,
  { unit, unreadable }: Desk,
  ofOwn: readonly Finding[],
  ofUnits: { readonly findings: readonly Finding[]; readonly byError: ReturnType<typeof unitsByError> },
): Checked {
  const own = { unit: { code: codeOf(unit), name: unit.profile.name }, findings: ofOwn }
  return { working, findings: [...unreadable, ...nameCauses(findings, ofUnits.byError, own), ...ofUnits.findings] }
}

function wholly(forms: readonly Form[], form: Form, working: WorkingReport, lastYear: Report | null): Checked {
  return { working, findings: checkWhole(form, working.report, { forms, lastYear, layer: working.id.layer }) }
}
