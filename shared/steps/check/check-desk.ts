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

/** By the id of an error, the units whose own reports have it: follows from what came in alone. */
export function unitsByError(children: readonly DeskChild[]): ReadonlyMap<string, readonly UnitName[]> {
  const byId = new Map<string, UnitName[]>()
  for (const { unit, current } of children) {
    const name = { code: codeOf(unit), name: unit.profile.name }
    for (const id of current?.broken ?? []) {
      const known = byId.get(id)
      if (known === undefined) byId.set(id, [name])
      else known.push(name)
    }
  }
  return byId
}

/**
 * Of each error in a desk's sum, the units whose own reports break the same rule at the same place (`unitsByError()`): the
 * sum can't be right before they are. `own`: what is said of the desk's own figures, under its name `unit`.
 */
export function nameCauses(
  findings: readonly Finding[],
  units: ReturnType<typeof unitsByError>,
  own: { readonly unit: UnitName; readonly findings: readonly Finding[] },
): Finding[] {
  const ofOwn = new Set(own.findings.filter(({ severity }) => severity === 'error').map(findingId))
  return findings.map((finding) => {
    if (finding.severity !== 'error' || finding.place.kind !== 'cell' || finding.unit !== undefined) return finding
    const id = findingId(finding)
    return { ...finding, causes: [...(units.get(id) ?? []), ...(ofOwn.has(id) ? [own.unit] : [])] }
  })
}
