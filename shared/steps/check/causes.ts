import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { isRuleCode, type RuleCode } from '../../catalogue/forms/rule-codes.ts'
import { readFigure } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { CellValue } from '../../model/report/report.ts'
import { totalsOver } from '../aggregate/totals-over.ts'

export interface FoldedFinding {
  readonly cause: Finding
  /** What will most likely disappear with the cause. */
  readonly followOns: readonly Finding[]
}

/** The lowest of a group is shown: the rule that points most closely at the wrong figure. */
const specificity: Readonly<Record<RuleCode, number>> = {
  value: 1,
  'form-year': 2,
  'applicant-sum': 3,
  'outcome-sum': 4,
  'dispute-sum': 5,
  'published-within-total': 6,
  carry: 7,
  balance: 8,
  'in-force': 9,
  'items-carry': 10,
  'children-sum': 11,
  outlier: 12,
  'same-as-last-year': 13,
  'empty-table': 14,
  'missing-section': 15,
  'blank-cells': 16,
  'same-unit': 17,
  'out-of-proportion': 18,
}
/** A rule of the form's own stands behind its sums. */
const OWN_RULE = 6.5

/**
 * Groups findings that one wrong figure explains. A cell that is off by 1 puts every equation off by 1 in which it
 * stands, or a total computed from it; so the cell that explains most findings of one difference makes the first
 * group, and so on with the rest. Causes keep the order of the findings.
 */
export function foldFindings(form: Form, findings: readonly Finding[]): FoldedFinding[] {
  const above = totalsAbove(form)
  let rest = findings.map((finding, place) => ({
    finding,
    place,
    off: difference(finding),
    cells: new Set(finding.cells),
  }))
  const folded: (FoldedFinding & { place: number })[] = []
  for (const unreadable of rest.filter(({ finding }) => cannotBeRead(form, finding))) {
    // A figure that cannot be read leaves every total above it open: what is said of those waits for it.
    const totals = unreadable.finding.cells.flatMap((key) => [...above(key)])
    const waiting = rest.filter(({ cells, off }) => off !== null && totals.some((key) => cells.has(key)))
    rest = rest.filter((entry) => entry !== unreadable && !waiting.includes(entry))
    folded.push({
      cause: unreadable.finding,
      followOns: waiting.map(({ finding }) => finding),
      place: unreadable.place,
    })
  }
  for (;;) {
    const group = largestGroup(rest, above)
    if (group === null) break
    rest = rest.filter((entry) => !group.entries.includes(entry))
    const rank = ({ finding: { rule } }: Entry): number => (isRuleCode(rule) ? specificity[rule] : OWN_RULE)
    const touches = ({ finding }: Entry): number => (finding.cells.includes(group.suspect) ? 0 : 1)
    const [cause, ...followOns] = group.entries.toSorted(
      (a, b) => rank(a) - rank(b) || touches(a) - touches(b) || a.place - b.place,
    )
    if (cause === undefined) break
    const place = Math.min(...group.entries.map((entry) => entry.place))
    folded.push({ cause: cause.finding, followOns: followOns.map(({ finding }) => finding), place })
  }
  for (const { finding, place } of rest) folded.push({ cause: finding, followOns: [], place })
  return folded.sort((a, b) => a.place - b.place).map(({ cause, followOns }) => ({ cause, followOns }))
}

interface Entry {
  readonly finding: Finding
  readonly place: number
  readonly cells: ReadonlySet<CellKey>
  /** By how much it is off, or null where that says nothing about the figure (`value`, `outlier`). */
  readonly off: string | null
}

/** Null for what is no figure; `1e9999999` is none, and would take for ever to subtract. */
function amount(value: CellValue): Big | null {
  const figure = readFigure({ kind: 'money' }, value)
  if (figure.kind === 'empty') return new Big(0)
  return figure.kind === 'money' ? figure.value : null
}

/** A count of `28.5` or `1e5` can't be read although it looks like a number; `n/a` can: it adds nothing. */
function cannotBeRead(form: Form, { rule, cells: [key], actual }: Finding): boolean {
  const cell = key === undefined ? undefined : form.cells.get(key)
  return rule === 'value' && cell !== undefined && readFigure(cell, actual).kind === 'unreadable'
}

function difference({ rule, expected, actual }: Finding): string | null {
  if (rule === 'value' || rule === 'outlier') return null
  const [a, b] = [amount(expected), amount(actual)]
  return a === null || b === null ? null : a.minus(b).abs().toFixed()
}

/** For each cell the totals that are made of it, also through other totals; looked up once. */
function totalsAbove(form: Form): (key: CellKey) => ReadonlySet<CellKey> {
  const known = new Map<CellKey, ReadonlySet<CellKey>>()
  return (key) => {
    const totals = known.get(key) ?? new Set(totalsOver(form, key))
    known.set(key, totals)
    return totals
  }
}

function largestGroup(
  entries: readonly Entry[],
  above: (key: CellKey) => ReadonlySet<CellKey>,
): { suspect: CellKey; entries: Entry[] } | null {
  let best: { suspect: CellKey; entries: Entry[] } | null = null
  const tried = new Set<string>()
  for (const { finding, off } of entries) {
    for (const suspect of finding.cells) {
      if (tried.has(`${suspect}|${off}`)) continue
      tried.add(`${suspect}|${off}`)
      const group = entries.filter((entry) => explains(suspect, above(suspect), finding, off, entry))
      if (group.length > 1 && group.length > (best?.entries.length ?? 0)) best = { suspect, entries: group }
    }
  }
  return best
}

/** Whether a wrong figure in `suspect`, which broke `seed`, is behind another finding too. */
function explains(
  suspect: CellKey,
  totals: ReadonlySet<CellKey>,
  seed: Finding,
  off: string | null,
  { finding, off: otherOff, cells }: Entry,
): boolean {
  if (cells.has(suspect)) return otherOff === null || otherOff === off
  const sameFault = off === null ? seed.rule === 'outlier' && finding.rule === 'outlier' : otherOff === off
  return sameFault && [...totals].some((key) => cells.has(key))
}
