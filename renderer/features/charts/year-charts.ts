import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import { fieldNamed } from '../../../shared/catalogue/registers/facts-of-register.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { WITHDRAWAL } from '../../../shared/steps/derive/request-facts.ts'
import { publicationBars, receivedBars, sumOfBars } from '../../../shared/steps/derive/year-tally.ts'
import type { View } from '../../kit/session/view.ts'
import type { YearTallies } from '../../store/derived/use-year-tallies.ts'

/** One line of a chart: this year and last year, each figure with the way to its entries. */
export interface Bar {
  readonly key: string
  readonly label: string
  /** Decimal text; `0` where there is none. */
  readonly now: string
  /** Null where nothing was written down last year. */
  readonly before: string | null
}

export interface Chart {
  readonly id: 'received' | 'outcome' | 'publications'
  readonly title: string
  readonly unit: string
  readonly now: string
  readonly before: string | null
  readonly bars: readonly Bar[]
}

/** What requests end with, by bar: what was decided in any year, then what was withdrawn. */
function outcomeBars(registers: readonly RegisterDefinition[]): ReadonlyMap<string, string> {
  const decided = fieldNamed(knownRegister(registers, 'requests'), 'decision.outcome')?.choices ?? []
  return new Map([
    ...decided.map(({ value, label }) => [`outcome.${value}`, plain(label)] as const),
    [`outcome.${WITHDRAWAL}`, '申请人撤回'],
  ])
}

/** How the register of figures calls the channels. */
function channelLabels(registers: readonly RegisterDefinition[]): ReadonlyMap<string, string> {
  const subjects = fieldNamed(knownRegister(registers, 'figures'), 'subject')?.choices ?? []
  return new Map(subjects.map(({ value, label }) => [value, label.replace(/公开$/, '')]))
}

/** What the form prints in front of an outcome says where it stands in the table; here it only takes room. */
const plain = (label: string): string => label.replace(/（[一二三四五六]）|\d+\./g, '')

/** The charts of a year, the months in full, of outcomes and channels those that something was counted under. */
export function yearCharts({ year, before }: YearTallies, registers: readonly RegisterDefinition[]): Chart[] {
  const outcomes = outcomeBars(registers)
  const channels = channelLabels(registers)
  const chart = (
    id: Chart['id'],
    title: string,
    unit: string,
    keys: readonly string[],
    labelOf: (key: string) => string,
    showsAll: boolean,
  ): Chart => {
    const hasBefore = before !== null && keys.some((key) => before[key] !== undefined)
    return {
      id,
      title,
      unit,
      now: sumOfBars(year, keys),
      before: hasBefore ? sumOfBars(before, keys) : null,
      bars: keys
        .filter((key) => showsAll || year[key] !== undefined || before?.[key] !== undefined)
        .map((key) => ({
          key,
          label: labelOf(key),
          now: year[key] ?? '0',
          before: hasBefore ? (before[key] ?? '0') : null,
        })),
    }
  }
  return [
    chart('received', '收到的申请', '件', receivedBars, (key) => `${Number(key.slice(-2))}月`, true),
    chart('outcome', '办理结果', '件', [...outcomes.keys()], (key) => outcomes.get(key) ?? key, false),
    chart('publications', '公开的信息', '条', publicationBars, (key) => channels.get(key) ?? key, false),
  ]
}

/** Where the entries behind a bar are seen. */
export function entriesOf(chart: Chart, bar: Bar, year: number): View {
  switch (chart.id) {
    case 'received': {
      const month = `${year}-${bar.key.slice(-2)}`
      return {
        screen: 'register',
        register: 'requests',
        narrow: { label: `${year}年${bar.label}收到的`, is: {}, within: { received: month } },
      }
    }
    case 'outcome':
      return {
        screen: 'register',
        register: 'requests',
        narrow: {
          label: `${year}年办结：${bar.label}`,
          is: { outcome: bar.key.slice('outcome.'.length) },
          within: { concluded: String(year) },
        },
      }
    case 'publications':
      return { screen: 'register', register: 'figures', entry: `${year}/${bar.key}` }
  }
}

/** How long a bar is against the longest one of its chart, 0 to 1. */
export function lengthOf(chart: Chart, amount: string): number {
  const longest = Math.max(1, ...chart.bars.flatMap(({ now, before }) => [Number(now), Number(before ?? 0)]))
  return Math.max(0, Number(amount)) / longest
}
