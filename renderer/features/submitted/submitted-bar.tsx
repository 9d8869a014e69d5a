import { useMemo } from 'react'
import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { submittedChanges } from '../../../shared/steps/check/submitted-changes.ts'
import { useMainReport } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import type { View } from '../../kit/session/view.ts'
import {
  type SubmittedReport,
  useDeskSum,
  useSubmittedReports,
  useWorkingReport,
} from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { SubmittedLine } from './submitted-line.tsx'

/** Where entries come about and where figures leave. */
const SAID_ON: readonly View['screen'][] = ['today', 'register', 'submit', 'finalise']
/** Where figures are typed: only of the year that they are typed into. */
const SAID_OF_THE_YEAR: readonly View['screen'][] = ['section', 'supplement']

/** 报送以后变了的数: one line for each year whose figures are no longer what was sent. */
export function SubmittedBar() {
  const { unit, layer, year, view, isDesk } = useSession()
  const submitted = useSubmittedReports(unit.code, layer)
  const isSaid = SAID_ON.includes(view.screen)
  if (submitted === undefined || (!isSaid && !SAID_OF_THE_YEAR.includes(view.screen))) return null
  return submitted.map((one) => {
    if (!isSaid && one.year !== year) return null
    const key = `${unit.code}|${one.year}`
    if (one.year === year) return <ThisYear key={key} submitted={one} />
    if (!isDesk) return <OtherYear key={key} submitted={one} />
    // A desk's sum is made of every unit's file: of earlier years only that of the last one is read anyway.
    return one.year === year - 1 ? <LastSum key={key} submitted={one} /> : null
  })
}

function ThisYear({ submitted }: { submitted: SubmittedReport }) {
  const { working } = useMainReport()
  return <Compared submitted={submitted} working={working} />
}

function OtherYear({ submitted }: { submitted: SubmittedReport }) {
  const { unit, form } = useSession()
  const { forms } = useStore().catalogue
  const { year } = submitted
  const working = useWorkingReport({ unit: unit.code, year, layer: 'own' }, formForYear(forms, year) ?? form)
  return working === undefined ? null : <Compared submitted={submitted} working={working} />
}

function LastSum({ submitted }: { submitted: SubmittedReport }) {
  const { unit, form } = useSession()
  const { forms } = useStore().catalogue
  const { year } = submitted
  const desk = useDeskSum(unit.code, year, formForYear(forms, year) ?? form)
  return desk === undefined || desk === null ? null : <Compared submitted={submitted} working={desk.total} />
}

function Compared({ submitted, working }: { submitted: SubmittedReport; working: WorkingReport }) {
  const form = formForYear(useStore().catalogue.forms, submitted.year)
  const changes = useMemo(
    () =>
      form === null || submitted.report.form !== form.id ? null : submittedChanges(form, submitted.report, working),
    [form, submitted, working],
  )
  if (form === null || changes === null) return null
  return <SubmittedLine form={form} submitted={submitted} working={working} changes={changes} />
}
