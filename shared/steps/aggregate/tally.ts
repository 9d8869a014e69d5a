import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { type FigureSpec, readFigure } from '../../model/report/figure.ts'
import type { CellValue, Report, UnitName } from '../../model/report/report.ts'
import { supplementKind } from '../../model/report/report-json.ts'

/** What the reports of a sum say of one figure. */
export interface FigureTally {
  /** Of those that can be read, as an exact decimal. */
  readonly sum: string
  /** How many say a figure, and how many that it does not apply. */
  readonly filled: number
  readonly notApplicable: number
  /** What cannot be read, and whose it is, in the order of the units. */
  readonly unreadable: readonly { readonly unit: UnitName; readonly value: string }[]
}

/**
 * A sum to which a report can be added and from which it can be taken away, exactly: the same reports give the same
 * tally, however they came and went. It serialises to JSON. Figures of which no report says anything are absent.
 */
export interface Tally {
  readonly cells: Readonly<Record<string, FigureTally>>
  /** 补充数字, and the figures that a county asks for. */
  readonly supplement: Readonly<Record<string, FigureTally>>
}

export const emptyTally: Tally = { cells: {}, supplement: {} }

export interface TallyChange {
  readonly added?: readonly Report[]
  /** Each as it was when it was added. */
  readonly removed?: readonly Report[]
  /** Cells that one unit alone fills, by that unit's code: what the others sent there is left out. */
  readonly sources?: ReadonlyMap<CellKey, string>
}

/** A tally after reports of its form came and went. */
export function changeTally(form: Form, tally: Tally, { added = [], removed = [], sources }: TallyChange): Tally {
  const cells = new Map<string, Counter>()
  const supplement = new Map<string, Counter>()
  const change = (report: Report, times: 1 | -1): void => {
    for (const [key, cell] of form.cells) {
      const value = report.cells[key] ?? null
      const source = sources?.get(key)
      if (value === null || (source !== undefined && report.unit.code !== source)) continue
      count(counterOf(cells, tally.cells, key), cell, report.unit, value, times)
    }
    for (const [key, value] of Object.entries(report.supplement)) {
      if (value === null) continue
      const spec = { kind: supplementKind(form, key) }
      count(counterOf(supplement, tally.supplement, key), spec, report.unit, value, times)
    }
  }
  for (const report of added) change(report, 1)
  for (const report of removed) change(report, -1)
  return { cells: settled(tally.cells, cells), supplement: settled(tally.supplement, supplement) }
}

interface Counter {
  /** Whole numbers, which are most, are added as such; the rest exactly beside them. */
  whole: number
  rest: Big
  filled: number
  notApplicable: number
  unreadable: FigureTally['unreadable'][number][]
}

/** Sums of whole numbers below this are exact. */
const EXACT = 2 ** 52

function counterOf(counters: Map<string, Counter>, tallies: Tally['cells'], key: string): Counter {
  const known = counters.get(key)
  if (known !== undefined) return known
  const { sum, filled, notApplicable, unreadable } = Object.hasOwn(tallies, key) ? (tallies[key] ?? none) : none
  const counter = { whole: 0, rest: new Big(sum), filled, notApplicable, unreadable: [...unreadable] }
  counters.set(key, counter)
  return counter
}

const none: FigureTally = { sum: '0', filled: 0, notApplicable: 0, unreadable: [] }

function count(counter: Counter, spec: FigureSpec, unit: UnitName, value: CellValue, times: 1 | -1): void {
  const figure = readFigure(spec, value)
  switch (figure.kind) {
    case 'empty':
      return
    case 'notApplicable':
      counter.notApplicable += times
      return
    case 'count':
    case 'money':
      counter.filled += times
      addAmount(counter, figure.value, times)
      return
    case 'unreadable':
      changeUnreadable(counter.unreadable, { unit: { code: unit.code, name: unit.name }, value: figure.text }, times)
  }
}

function addAmount(counter: Counter, amount: number | Big, times: 1 | -1): void {
  const isWhole = typeof amount === 'number' && Number.isInteger(amount) && Math.abs(amount) < EXACT
  if (isWhole && Math.abs(counter.whole) < EXACT) counter.whole += times * amount
  else counter.rest = counter.rest.plus(new Big(amount).times(times))
}

function changeUnreadable(list: Counter['unreadable'], item: Counter['unreadable'][number], times: 1 | -1): void {
  if (times === 1) {
    list.push(item)
    return
  }
  const at = list.findIndex((one) => compareUnreadable(one, item) === 0)
  if (at >= 0) list.splice(at, 1)
}

function settled(before: Tally['cells'], counters: ReadonlyMap<string, Counter>): Tally['cells'] {
  const tallies: [string, FigureTally][] = Object.entries(before).filter(([key]) => !counters.has(key))
  for (const [key, { whole, rest, filled, notApplicable, unreadable }] of counters) {
    if (filled === 0 && notApplicable === 0 && unreadable.length === 0) continue
    const sum = rest.plus(whole)
    // A zero that came of taking away may carry a sign.
    const exact = sum.eq(0) ? '0' : sum.toFixed()
    tallies.push([key, { sum: exact, filled, notApplicable, unreadable: unreadable.sort(compareUnreadable) }])
  }
  return Object.fromEntries(tallies.sort(([a], [b]) => compareText(a, b)))
}

function compareUnreadable(a: Counter['unreadable'][number], b: Counter['unreadable'][number]): number {
  return compareText(a.unit.code, b.unit.code) || compareText(a.unit.name, b.unit.name) || compareText(a.value, b.value)
}

// By code unit; never by locale.
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
