import type { Form } from '../../catalogue/forms/form.ts'
import type { DeskChild } from '../../model/desk/desk-children.ts'
import { type Finding, findingId } from '../../model/report/finding.ts'
import type { UnitName } from '../../model/report/report.ts'
import { codeOf } from '../../model/unit/unit-record.ts'
import { repeatedUnits } from '../aggregate/repeated-units.ts'
import { severityOf } from './named-rule.ts'
import { findOutOfProportion } from './out-of-proportion.ts'

/** What only who sees all units can say: figures out of all proportion, and a unit that counts twice. */
export function checkDesk(form: Form, children: readonly DeskChild[]): Finding[] {
  const counted = children.flatMap(({ unit, current }) =>
    current === null
      ? []
      : [{ unit: { code: codeOf(unit), name: unit.profile.name }, figures: current.figures, current }],
  )
  return [...findSameUnits(form, counted), ...findOutOfProportion(form, counted)]
}

/** Rule `same-unit`: two that count have one name, in the list or in their files. `expected`, `actual`: their codes. */
function findSameUnits(
  form: Form,
  counted: readonly { readonly unit: UnitName; readonly current: { readonly unit: UnitName } }[],
): Finding[] {
  const severity = severityOf(form, 'same-unit')
  if (severity === null) return []
  const pairs = [
    ...repeatedUnits(counted),
    ...repeatedUnits(counted.map(({ unit, current }) => ({ unit: { code: unit.code, name: current.unit.name } }))),
  ]
  const findings = new Map<number, Finding>()
  for (const { first, second } of pairs) {
    const [one, other] = [counted[first]?.unit, counted[second]?.unit]
    if (one === undefined || other === undefined || findings.has(second)) continue
    const place = { kind: 'report' } as const
    findings.set(second, {
      rule: 'same-unit',
      severity,
      place,
      cells: [],
      expected: one.code,
      actual: other.code,
      unit: other,
    })
  }
  return [...findings.values()]
}

/**
 * Of each error in a desk's sum, the units whose own reports break the same rule at the same place: the sum can't be right
 * before they are. `own`: what is said of the desk's own figures, under its name `unit`.
 */
export function nameCauses(
  findings: readonly Finding[],
  children: readonly DeskChild[],
  own: { readonly unit: UnitName; readonly findings: readonly Finding[] },
): Finding[] {
  const byId = new Map<string, UnitName[]>()
  const add = (id: string, unit: UnitName): void => {
    byId.set(id, [...(byId.get(id) ?? []), unit])
  }
  for (const { unit, current } of children) {
    for (const id of current?.broken ?? []) add(id, { code: codeOf(unit), name: unit.profile.name })
  }
  for (const finding of own.findings) if (finding.severity === 'error') add(findingId(finding), own.unit)
  return findings.map((finding) =>
    finding.severity === 'error' && finding.place.kind === 'cell' && finding.unit === undefined
      ? { ...finding, causes: byId.get(findingId(finding)) ?? [] }
      : finding,
  )
}
