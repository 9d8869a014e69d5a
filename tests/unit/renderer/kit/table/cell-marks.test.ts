import { describe, expect, it } from 'vitest'
import { findingsOf, markedCells } from '../../../../../renderer/kit/table/cell-marks.ts'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import type { CellKey } from '../../../../../shared/catalogue/forms/form.ts'
import type { Finding } from '../../../../../shared/model/report/finding.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const key = (text: string) => {
  const found = formById(forms, '2019')?.key(text)
  if (!found) throw new Error(`no cell ${text}`)
  return found
}
const total = key('requests.granted.total')
const person = key('requests.granted.person')
const finding = (
  rule: Finding['rule'],
  severity: Finding['severity'],
  cell: CellKey,
  ...parts: CellKey[]
): Finding => ({
  rule,
  severity,
  place: { kind: 'cell', cell },
  cells: [cell, ...parts],
  expected: 1,
  actual: 2,
})

describe('markedCells()', () => {
  it('marks the first cell of a cause and not its parts', () => {
    const marks = markedCells([{ cause: finding('applicant-sum', 'error', total, person), followOns: [] }])
    expect([...marks]).toEqual([[total, 'error']])
  })

  it('lets an error outweigh a warning and a follow-on, in whatever order', () => {
    const warning = { cause: finding('outlier', 'warning', total), followOns: [finding('balance', 'error', person)] }
    const error = { cause: finding('value', 'error', total), followOns: [finding('outlier', 'warning', total)] }
    const expected = new Map([
      [total, 'error'],
      [person, 'follow-on'],
    ])
    expect(markedCells([warning, error])).toEqual(expected)
    expect(markedCells([error, warning])).toEqual(expected)
  })

  it('leaves cells alone where a whole table is meant', () => {
    const whole: Finding = {
      ...finding('same-as-last-year', 'warning', total),
      place: { kind: 'table', table: 'requests' },
      cells: [],
    }
    expect(markedCells([{ cause: whole, followOns: [] }]).size).toBe(0)
    expect(findingsOf(total, [whole])).toEqual([])
  })
})

describe('findingsOf()', () => {
  it('gives the findings that begin with the cell first, errors before warnings', () => {
    const part = finding('balance', 'error', total, person)
    const own = finding('value', 'error', person)
    const odd = finding('outlier', 'warning', person)
    const foreign = finding('value', 'error', total)
    expect(findingsOf(person, [part, odd, foreign, own])).toEqual([own, odd, part])
  })
})
