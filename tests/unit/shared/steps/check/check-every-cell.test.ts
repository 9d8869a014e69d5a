import { describe, expect, it } from 'vitest'
import type { CellValue, Report } from '../../../../../shared/model/report/report.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

/*
 * The equations of 表三 and 表四 written down by hand from the printed form, so that a mistake in the form's data
 * cannot hide behind itself.
 */

const applicants = ['person', 'company', 'research', 'welfare', 'legal', 'otherOrganisation']
const sharedOutcomes = [
  'granted',
  'partlyGranted',
  'refused.stateSecret',
  'refused.otherLaw',
  'refused.securityAndStability',
  'refused.thirdParty',
  'refused.internalAffairs',
  'refused.processInformation',
  'refused.enforcementFile',
  'refused.administrativeInquiry',
  'unavailable.notHeld',
  'unavailable.notReady',
  'unavailable.stillUnclear',
  'notProcessed.petition',
  'notProcessed.repeat',
  'notProcessed.publication',
  'notProcessed.excessive',
  'notProcessed.reissue',
]
const otherOutcomes: Record<string, string[]> = {
  '2019': ['other'],
  '2021': ['other.rectificationOverdue', 'other.feeOverdue', 'other.other'],
}

interface Sum {
  rule: string
  left: string[]
  right: string[]
  isTotal: boolean
}

function equationsOf(formId: string): Sum[] {
  const outcomes = [...sharedOutcomes, ...(otherOutcomes[formId] ?? [])]
  const rows = ['received', 'carriedIn', ...outcomes, 'total', 'carriedOut']
  const cell = (row: string, column: string): string => `requests.${row}.${column}`
  return [
    ...rows.map((row) => ({
      rule: 'applicant-sum',
      left: [cell(row, 'total')],
      right: applicants.map((column) => cell(row, column)),
      isTotal: true,
    })),
    ...[...applicants, 'total'].flatMap((column) => [
      {
        rule: 'outcome-sum',
        left: [cell('total', column)],
        right: outcomes.map((row) => cell(row, column)),
        isTotal: true,
      },
      {
        rule: 'balance',
        left: [cell('received', column), cell('carriedIn', column)],
        right: [cell('total', column), cell('carriedOut', column)],
        isTotal: false,
      },
    ]),
    ...['review', 'direct', 'afterReview'].map((group) => ({
      rule: 'dispute-sum',
      left: [`disputes.${group}.total`],
      right: ['upheld', 'corrected', 'other', 'pending'].map((key) => `disputes.${group}.${key}`),
      isTotal: true,
    })),
  ]
}

const values = (report: Report, keys: string[]): CellValue[] => {
  const cells = new Map(Object.entries(report.cells))
  return keys.map((key) => cells.get(key) ?? null)
}
const sum = (report: Report, keys: string[]): number =>
  values(report, keys).reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0)

function brokenIn(report: Report): string[] {
  return equationsOf(report.form)
    .filter(({ left, right, isTotal }) => {
      const [total] = values(report, left)
      const isBlankTotal = isTotal && total === null && values(report, right).some((value) => value !== null)
      return isBlankTotal || sum(report, left) !== sum(report, right)
    })
    .map(({ rule, left, right, isTotal }) => {
      const [expected, found] = isTotal
        ? [sum(report, right), sum(report, left)]
        : [sum(report, left), sum(report, right)]
      const actual = isTotal ? (values(report, left)[0] ?? null) : found
      return JSON.stringify([rule, [...left, ...right], expected, actual])
    })
    .sort()
}

const changes: Record<string, (value: number) => CellValue> = {
  'one more': (value) => value + 1,
  'one less': (value) => value - 1,
  'ten times': (value) => value * 10,
  blank: () => null,
  zero: () => 0,
}

describe.each(['xiaochang-2020', 'huaian-2024'] as const)('check() of %s', (name) => {
  const { form, report } = readFixture(name)
  const filled = Object.entries(report.cells).flatMap(([key, value]) =>
    /^(requests|disputes)\./.test(key) && typeof value === 'number' ? [{ key, value }] : [],
  )

  it('finds no error in the published figures', () => {
    expect(filled.length).toBeGreaterThan(20)
    expect(check(form, report, { forms })).toEqual([])
  })

  it.each(Object.keys(changes))(
    'K3, K4, K5, K6, K16: reports every broken equation once when a figure is changed to %s',
    (change) => {
      const seen: string[][] = []
      const wanted: string[][] = []
      for (const { key, value } of filled) {
        const changed = changes[change]?.(value) ?? null
        const altered = withCells(report, { [key]: changed })
        const errors = check(form, altered, { forms }).filter(({ severity }) => severity === 'error')
        const shown = errors
          .filter(({ rule }) => rule !== 'value')
          .map(({ rule, cells, expected, actual }) => JSON.stringify([rule, cells, expected, actual]))
        const flaws = errors.filter(({ rule }) => rule === 'value').map(({ cells }) => `value ${cells}`)
        seen.push([key, ...shown.sort(), ...flaws])
        // One less than 0 is no count: the only other error there may be.
        const isNegative = typeof changed === 'number' && changed < 0
        wanted.push([key, ...brokenIn(altered), ...(isNegative ? [`value ${key}`] : [])])
      }
      expect(seen).toEqual(wanted)
      expect(wanted.flat().length).toBeGreaterThan(filled.length + 20)
    },
  )
})
