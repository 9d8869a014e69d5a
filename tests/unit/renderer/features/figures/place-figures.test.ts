import { describe, expect, it } from 'vitest'
import {
  type FigureRow,
  figureFields,
  figureRegister,
  figureRows,
  isTyped,
  plainFigure,
  yearFigure,
} from '../../../../../renderer/features/figures/figure-grid.ts'
import { groupRows, groupSum } from '../../../../../renderer/features/figures/figure-groups.ts'
import { type FigureColumn, placeFigures } from '../../../../../renderer/features/figures/place-figures.ts'
import type { Entry } from '../../../../../shared/model/entry/entry-record.ts'
import { documentsRegister, figuresRegister } from '../../../../fixtures/catalogue.ts'

const figures = figureRegister(figuresRegister)

function figure(period: string, subject: string, value: string): Entry {
  const id = { unit: 'u', register: 'figures', entry: `${period}/${subject}` }
  return { id, fields: { period, subject, value }, stages: [], personal: null, binned: null, unread: [] }
}

const rowOf = (rows: readonly FigureRow[], subject: string): FigureRow => {
  const row = rows.find((one) => one.subject.value === subject)
  if (row === undefined) throw new Error(subject)
  return row
}

describe('figureRegister()', () => {
  it('refuses a register that holds no figures', () => {
    expect(() => figureRegister(documentsRegister)).toThrow('holds no figures')
  })
})

describe('figureRows()', () => {
  const rows = figureRows(
    figures,
    [
      figure('2020-01', 'publications.website', '8000'),
      figure('2020-02', 'publications.website', '137'),
      figure('2019-02', 'publications.website', '1'),
      figure('2020', 'publications.wechat', '3219'),
      figure('2020', 'publications.weibo', '217'),
      figure('2020-03', 'publications.app', '约3'),
      figure('2020', 'trainings', '2'),
      figure('2020-05', 'trainings', '1'),
    ],
    2020,
  )

  it('adds the months of the year, or takes what was typed for all of it', () => {
    expect(yearFigure(rowOf(rows, 'publications.website'))).toBe('8137')
    expect(yearFigure(rowOf(rows, 'publications.wechat'))).toBe('3219')
    expect(yearFigure(rowOf(rows, 'publications.other'))).toBe('')
  })

  it('keeps and marks what cannot be read', () => {
    const row = rowOf(rows, 'publications.app')
    expect(row.months[2]).toMatchObject({ text: '约3', flaw: 'unreadable' })
    expect(row.monthsSum).toBe('0')
  })

  it('says where a year and its months would be added up', () => {
    expect(rows.filter(({ isDouble }) => isDouble).map(({ subject }) => subject.value)).toEqual(['trainings'])
  })

  it('takes months only of what has months, and a year only where no month is filled', () => {
    expect(isTyped(rowOf(rows, 'newMediaAccounts'), 3)).toBe(false)
    expect(isTyped(rowOf(rows, 'newMediaAccounts'), 'year')).toBe(true)
    expect(isTyped(rowOf(rows, 'publications.website'), 'year')).toBe(false)
    expect(isTyped(rowOf(rows, 'publications.wechat'), 'year')).toBe(true)
    // Both are filled: one of them must be emptied.
    expect(isTyped(rowOf(rows, 'trainings'), 'year')).toBe(true)
  })

  it('adds a group up: 11573 = 8137 + 3219 + 217', () => {
    const [publications] = groupRows(rows)
    expect(publications && groupSum(publications, 'year')).toBe('11573')
    expect(publications && groupSum(publications, 0)).toBe('8000')
    expect(publications && groupSum(publications, 11)).toBe('')
  })

  it('has every subject under one heading', () => {
    const grouped = groupRows(rows).flatMap((group) => group.rows)
    expect(new Set(grouped)).toEqual(new Set(rows))
    expect(grouped).toHaveLength(rows.length)
  })
})

describe('plainFigure()', () => {
  const website = rowOf(figureRows(figures, [], 2020), 'publications.website').subject

  it.each([
    ['１２３', '123'],
    ['67,382', '67382'],
    ['0', '0'],
    ['  ', ''],
    ['86条', '86'],
    ['１，２３４ 条', '1234'],
    ['20件', '20件'],
    ['约20条', '约20条'],
  ])('keeps %j as %j', (text, kept) => expect(plainFigure(website, text)).toBe(kept))

  it('is what the entry holds', () => {
    expect(figureFields(figures, { subject: website, period: '2020-03', text: '1,234' })).toEqual({
      period: '2020-03',
      subject: 'publications.website',
      value: '1234',
    })
  })
})

describe('placeFigures()', () => {
  const months: FigureColumn[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 'year']
  const rows = groupRows(figureRows(figures, [], 2020)).flatMap((group) => group.rows)
  const place = (block: string[][], row = 0, column = 0, columns = months) => {
    const placed = placeFigures(rows, columns, { row, column }, block)
    return placed.ok
      ? placed.value.figures.map(({ subject, period, text }) => `${period} ${subject.value} ${text}`)
      : placed.problem
  }

  it('puts a block right of and below a cell', () => {
    expect(
      place(
        [
          ['1', '2'],
          ['3', '4'],
          ['', ''],
        ],
        0,
        1,
      ),
    ).toEqual([
      '2020-02 publications.website 1',
      '2020-03 publications.website 2',
      '2020-02 publications.wechat 3',
      '2020-03 publications.wechat 4',
    ])
  })

  it('takes rows by the names that came along, in any order', () => {
    expect(
      place(
        [
          ['微博', '217'],
          ['网站公开', '8137'],
        ],
        5,
        5,
        ['year'],
      ),
    ).toEqual(['2020 publications.weibo 217', '2020 publications.website 8137'])
  })

  it('leaves the sums of twelve months to the program only where months are filled', () => {
    const filled = figureRows(figures, [figure('2020-01', 'publications.website', '1')], 2020)
    const block = [[...Array.from({ length: 12 }, (_, index) => String(index)), '66']]
    const placed = placeFigures(filled, months, { row: 0, column: 0 }, block)
    expect(placed.ok && placed.value.figures).toHaveLength(12)
  })

  it('takes what it knows by name beside units and remarks, and lists the rest', () => {
    const block = [
      ['项目', '单位', '数量', '备注'],
      ['微博', '条', '217', ''],
      ['抖音号', '条', '33', ''],
      ['网站公开', '条', '8,137', '含转载'],
    ]
    const placed = placeFigures(rows, ['year'], { row: 3, column: 0 }, block)
    expect(placed.ok && placed.value.figures.map(({ subject, text }) => [subject.value, text])).toEqual([
      ['publications.weibo', '217'],
      ['publications.website', '8,137'],
    ])
    expect(placed.ok && placed.value.unknown).toEqual(['抖音号'])
  })

  it('takes nothing of a block that has no room, and says why', () => {
    expect(place([['1', '2']], 0, 12)).toEqual({ code: 'too-wide', room: 1 })
    expect(place([['1'], ['2']], rows.length - 1, 12)).toEqual({ code: 'too-tall', room: 1 })
    const yearly = rows.findIndex(({ subject }) => subject.yearly)
    expect(place([['7']], yearly, 2)).toEqual({ code: 'no-figure', row: 1, column: 1, text: '7' })
    expect(place([['', ' ']])).toEqual({ code: 'nothing' })
  })
})
