import { useMemo } from 'react'
import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import type { CellKey, Form } from '../../../shared/catalogue/forms/form.ts'
import type { Entity } from '../../../shared/journal/frame.ts'
import type { DeskChild } from '../../../shared/model/desk/desk-children.ts'
import { type FinalReport, finalRecordId, readFinal } from '../../../shared/model/desk/final-record.ts'
import type { ExportedFile } from '../../../shared/model/package/export-record.ts'
import type { PackageSummary } from '../../../shared/model/package/package-summary.ts'
import type { ReceivedPackage } from '../../../shared/model/package/received-package.ts'
import type { CellValue, Layer } from '../../../shared/model/report/report.ts'
import { type ReportId, reportRecordId } from '../../../shared/model/report/report-record.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import type { Unit } from '../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { workingReport } from '../../../shared/steps/aggregate/read-working-report.ts'
import { type LastReport, lastReport } from '../../../shared/steps/derive/carried-over.ts'
import { readTally } from '../derived/tallies.ts'
import { useDerived } from '../derived/use-derived.ts'
import { useStore } from '../store-context.ts'
import { readExports, readSubmittedReport, readSubmittedReports, type SubmittedReport } from '../tables/read-exports.ts'
import { readGroups } from '../tables/read-groups.ts'
import { readReceived, readSummariesOf } from '../tables/read-packages.ts'
import { readOneUnit, readUnits } from '../tables/read-units.ts'
import { useKeyedLiveQuery } from '../use-keyed-live-query.ts'
import { type Desk, type DeskSum, readDeskChildren, sumUp } from './read-desk.ts'
import { useReportGroups } from './use-report-groups.ts'

export type { Desk, DeskChild, SubmittedReport }

/*
 * What the screens read. Every hook gives `undefined` until its first read is done, and renders anew when what it
 * read changes.
 */

/** All units this PC knows, top down, siblings in their order. */
export function useUnits(): readonly Unit[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery('', () => readUnits(database))
}

/** The groups of one record, with their stamps and authors. */
export function useGroups(entity: Entity, record: string): Groups | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(`${entity} ${record}`, () => readGroups(database, entity, record))
}

/** Null: no such unit. */
export function useUnit(code: string): Unit | null | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(code, () => readOneUnit(database, code))
}

/**
 * A report as it stands: a unit's own figures, typed or derived from its registers, or a desk's texts (layer `total` has
 * no sums here: `useDesk`).
 */
export function useWorkingReport({ unit: code, year, layer }: ReportId, form: Form): WorkingReport | undefined {
  const record = reportRecordId({ unit: code, year, layer })
  const unit = useUnit(code)
  const groups = useReportGroups(record)
  const derived = useDerived(code, year, form)
  return useMemo(() => {
    if (unit === undefined || groups === undefined || derived === undefined) return undefined
    const name = { code, name: unit?.profile.name ?? '' }
    return workingReport(form, { unit: code, year, layer }, name, groups, layer === 'own' ? derived : undefined)
  }, [form, code, year, layer, unit, groups, derived])
}

/**
 * The desk of a unit, always current. Null: no such unit. One query for each thing that changes alone: a figure that is
 * typed reads no submission and lists no unit anew, and what came in is in the sum that is stored beside it.
 */
export function useDesk(code: string, year: number, form: Form): Desk | null | undefined {
  const { database } = useStore()
  const place = `${code}|${year}|${form.id}`
  const children = useKeyedLiveQuery(place, () => readDeskChildren(database, code, year, form))
  const sum = useDeskSum(code, year, form)
  return useMemo(() => {
    if (sum === null) return null
    return sum === undefined || children === undefined ? undefined : { ...sum, children }
  }, [sum, children])
}

/** What a desk comes to, without the list of its units. Null: no such unit. */
export function useDeskSum(code: string, year: number, form: Form): (DeskSum & Pick<Desk, 'unit'>) | null | undefined {
  const { database } = useStore()
  const unit = useUnit(code)
  const sent = useKeyedLiveQuery(`${code}|${year}|${form.id}`, () => readTally(database, code, year, form))
  const own = useReportGroups(reportRecordId({ unit: code, year, layer: 'own' }))
  const total = useReportGroups(reportRecordId({ unit: code, year, layer: 'total' }))
  const derived = useDerived(code, year, form)
  return useMemo(() => {
    if (unit === null) return null
    if (!unit || !sent || !own || !total || !derived) return undefined
    return { unit, ...sumUp(form, year, { unit, sent, own, derived, total }) }
  }, [form, year, unit, sent, own, derived, total])
}

/** Submissions of a unit for a year, under any of its codes (`codesOf`), newest first. */
export function useSummariesOf(codes: readonly string[], year: number): readonly PackageSummary[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(JSON.stringify([year, codes]), async () =>
    (await readSummariesOf(database, codes, year)).reverse(),
  )
}

/** A submission with its figures; null where it is not here, or none is asked for. */
export function useReceived(id: string | null): ReceivedPackage | null | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(id ?? '', async () =>
    id === null ? null : ((await readReceived(database, [id]))[0] ?? null),
  )
}

/** What submissions say in one cell, in their order; read only where somebody looks. */
export function useSentFigures(ids: readonly string[], key: CellKey): readonly CellValue[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery([key, ...ids].join(), async () =>
    (await readReceived(database, ids)).map((one) => one?.report.cells[key] ?? null),
  )
}

/** A desk's finalised report; null where it is not finalised. */
export function useFinal(unit: string, year: number): FinalReport | null | undefined {
  const { database, catalogue } = useStore()
  const record = finalRecordId(unit, year)
  return useKeyedLiveQuery(record, async () => readFinal(await readGroups(database, 'final', record), catalogue.forms))
}

/** Submissions that this PC made for a unit, year and layer, newest first. */
export function useExports(unit: string, year: number, layer: Layer): readonly ExportedFile[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(`${unit}|${year}|${layer}`, () => readExports(database, { unit, year, layer }))
}

/** Every year of a unit that was sent (layer `own`) or finalised (`total`), oldest first. */
export function useSubmittedReports(unit: string, layer: Layer): readonly SubmittedReport[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(`${unit}|${layer}`, () => readSubmittedReports(database, unit, layer))
}

/** A unit's own report of the year before `year`, with which `year` begins: see `lastReport()`. `form`: any. */
export function useLastReport(unit: string, year: number, form: Form): LastReport | null | undefined {
  const { database, catalogue } = useStore()
  const before = formForYear(catalogue.forms, year - 1)
  const submitted = useKeyedLiveQuery(`${unit}|${year}`, () => readSubmittedReport(database, unit, year - 1))
  const working = useWorkingReport({ unit, year: year - 1, layer: 'own' }, before ?? form)
  return useMemo(
    () => (submitted === undefined || !working ? undefined : lastReport(before, submitted, working.report)),
    [before, submitted, working],
  )
}
