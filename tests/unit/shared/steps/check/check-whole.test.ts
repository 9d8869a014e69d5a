import { describe, expect, it } from 'vitest'
import { sectionOf } from '../../../../../shared/model/report/place.ts'
import type { Layer, Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { checkWhole } from '../../../../../shared/steps/check/check-whole.ts'
import { findingMessage } from '../../../../../shared/wording/finding-message.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('huaian-2024')
const blank = emptyReport(form, 2024, report.unit)
const problems = '公开不够及时，下一步把公开时限写进发文流程，每月自查一次。'
const texts: Report['narrative'] = { overview: '总体情况良好', problems, other: '无' }

const found = (given: Report, rule: string, layer: Layer = 'own') =>
  checkWhole(form, given, { forms, layer }).filter((finding) => finding.rule === rule)
const silent = (narrative: Report['narrative']) =>
  found({ ...report, narrative }, 'missing-section').map(({ place }) => sectionOf(form, place))

describe('checkWhole()', () => {
  it('K14: asks for each text that says nothing; only 六 may say 无', () => {
    expect(silent({})).toEqual(['overview', 'problems', 'other'])
    expect(silent({ overview: '  \n', problems: '　', other: ' ' })).toEqual(['overview', 'problems', 'other'])
    expect(silent(texts)).toEqual([])
    expect(silent({ ...texts, overview: '无。' })).toEqual(['overview'])
  })

  it.each(['无', '暂无问题', '暂无问题。', '没有发现存在的主要问题', '一二三四五六七八九十一二三四五六七八九'])(
    'K14: takes “%s” for no text of the problems',
    (said) => {
      expect(silent({ ...texts, problems: said })).toEqual(['problems'])
      const [finding] = found({ ...report, narrative: { ...texts, problems: said } }, 'missing-section')
      expect(finding && findingMessage(form, report, finding)).toContain('第五部分')
    },
  )

  it('K14: is an error in a sum, which is published, and a warning in a unit’s own report and of a short text', () => {
    const short = { ...texts, problems: '暂无问题' }
    expect(found({ ...report, narrative: short }, 'missing-section', 'total')).toMatchObject([{ severity: 'warning' }])
    expect(found({ ...report, narrative: {} }, 'missing-section', 'total')).toMatchObject(
      Array(3).fill({ severity: 'error' }),
    )
    expect(found({ ...report, narrative: {} }, 'missing-section')).toMatchObject(Array(3).fill({ severity: 'warning' }))
  })

  it('K20: says of a table that was begun how many cells are blank, one line each, and leads to the first', () => {
    const begun = withCells(report, { 'disputes.review.upheld': null, 'disputes.review.other': null })
    const [finding, ...more] = found(begun, 'blank-cells')
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      severity: 'warning',
      place: { kind: 'table', table: 'disputes' },
      cells: ['disputes.review.upheld', 'disputes.review.other'],
    })
    expect(finding && findingMessage(form, begun, finding)).toMatch(/^表四还有2格空白，将印成0。/)
    const asSlash = { ...begun, presentation: { ...begun.presentation, blank: '/' as const } }
    expect(finding && findingMessage(form, asSlash, finding)).toContain('将印成/。')
  })

  it('K20: leads to a figure that is typed before a total, which follows', () => {
    const begun = withCells(blank, { 'disputes.review.upheld': 1 })
    const [finding] = found(begun, 'blank-cells')
    const table = form.tables.find(({ id }) => id === 'disputes')
    expect(finding?.cells).toHaveLength((table?.cells.length ?? 0) - 1)
    expect(finding?.cells[0]).toBe('disputes.review.corrected')
    expect(finding?.cells.at(-1)).toMatch(/\.total$/)
  })

  it('K20: says nothing of a complete table, of one that nobody began, or of n/a', () => {
    expect(found(report, 'blank-cells')).toEqual([])
    expect(found(withCells(blank, { 'disclosure.rule.issued': 'n/a' }), 'blank-cells')).toEqual([])
  })

  it('K20: finds what check() finds too', () => {
    const all = checkWhole(form, blank, { forms, layer: 'own' })
    for (const finding of check(form, blank, { forms })) expect(all).toContainEqual(finding)
  })
})
