import type { Form } from '../catalogue/forms/form.ts'
import { type CellValue, NOT_APPLICABLE, type Report } from '../model/report/report.ts'
import { emptyReport } from '../model/report/report-json.ts'
import { completeTotals } from '../steps/aggregate/complete-totals.ts'
import { disputes, purchases, requestsByLetter, requestsByOutcome } from './sample-cases.ts'
import { sampleForm } from './sample-form.ts'
import { sharedUnder, weightOf } from './sample-shares.ts'
import { sampleUnitTexts } from './sample-texts.ts'
import { type SampleUnit, sampleUnits } from './sample-units.ts'
import { splitByWeights } from './split-by-weights.ts'
import { xiaochang2020 } from './xiaochang-2020-figures.ts'

/** The report of one unit of the sample; `place` is its place in `sampleUnits`. */
export function sampleReport(unit: SampleUnit, place: number, forms: readonly Form[]): Report {
  const form = sampleForm(forms)
  const { year } = xiaochang2020
  const isTotal = (key: string): boolean => form.totals.some((total) => total.key === key)
  const empty = emptyReport(form, year, { code: unit.code, name: unit.name })
  const cells = { ...empty.cells }
  for (const [text, value] of Object.entries(xiaochang2020.cells)) {
    const key = form.key(text)
    if (key === null) throw new Error(`form ${form.id} has no cell ${text}`)
    if (!isTotal(text)) cells[key] = unitFigure(unit, place, text, value)
  }
  return {
    ...empty,
    cells: completeTotals(form, cells).cells,
    supplement: unitSupplement(unit, place),
    ...sampleUnitTexts(unit.name, year),
  }
}

/** This unit's part of one of the county's figures. */
function unitFigure(unit: SampleUnit, place: number, key: string, value: number | string): CellValue {
  if (value === NOT_APPLICABLE) return NOT_APPLICABLE
  if (key === 'disclosure.procurement.projects') return purchases[unit.name]?.projects ?? 0
  if (key === 'disclosure.procurement.amount') return purchases[unit.name]?.amount ?? '0'
  const [table, ...rest] = key.split('.')
  if (table === 'requests') return requestFigure(unit, rest.slice(0, -1).join('.'))
  if (table === 'disputes') return disputes[unit.name]?.[rest.join('.')] ?? 0
  return share(unit, place, key, value)
}

function requestFigure(unit: SampleUnit, row: string): number {
  const outcomes = requestsByOutcome[unit.name] ?? {}
  if (row === 'received') return Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  return outcomes[row] ?? 0
}

function unitSupplement(unit: SampleUnit, place: number): Record<string, CellValue> {
  const published = (['publications.website', 'publications.newMedia', 'publications.broadcast'] as const).map(
    (key) => [key, share(unit, place, key, xiaochang2020.supplement[key])] as const,
  )
  const byLetter = requestsByLetter[unit.name] ?? 0
  return {
    ...Object.fromEntries(published),
    'publications.total': published.reduce((sum, [, count]) => sum + count, 0),
    'received.online': requestFigure(unit, 'received') - byLetter,
    'received.letter': byLetter,
    specialTopics: share(unit, place, 'specialTopics', xiaochang2020.supplement.specialTopics),
    standardFields: share(unit, place, 'standardFields', xiaochang2020.supplement.standardFields),
  }
}

function share(unit: SampleUnit, place: number, key: string, total: number | string): number {
  const shared = sharedUnder(key)
  if (shared === null || typeof total !== 'number') throw new Error(`the sample does not say who has ${key}`)
  const parts = splitByWeights(
    total,
    sampleUnits.map((other) => weightOf(shared, other)),
  )
  const part = parts[place]
  if (part === undefined) throw new Error(`${unit.name} is not in the sample`)
  return part
}
