import { describe, expect, it } from 'vitest'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { entryFlaws } from '../../../../../shared/model/entry/entry-flaws.ts'
import { registers } from '../../../../fixtures/catalogue.ts'
import { book, head, plain, type Row, readSheet, sheetOf } from '../../../../fixtures/sheets/office-sheets.ts'

/** Figures as `subject period value`, and what is wrong with them. */
async function figuresOf(rows: Row[], name = '统计') {
  const { rows: made, passedOver } = await readSheet(book({ [name]: sheetOf(rows) }), 'figures')
  return {
    figures: made.map(({ fields: { subject, period, value } }) => `${subject} ${period} ${value}`),
    flaws: made.flatMap(({ flaws }) => flaws.map(({ column, code }) => `${column} ${code}`)),
    passedOver: passedOver.map(({ row, why }) => `${row} ${why}`),
  }
}

describe('H13: figures that can’t be told', () => {
  it('are no numbers once they are stored, so that nothing counts them', async () => {
    const { rows } = await readSheet(
      book({
        统计: sheetOf([
          ['年份', '项目', '数字', '计量单位'],
          ['2024', '培训', 12, '百次'],
          ['2024', '培训（元）', 3, null],
          ['2024', '行政事业性收费金额', 5, '件'],
          ['2024', '督查检查', '#N/A', '次'],
          ['2024', '网站公开', { t: 'n', v: 4000, z: '#,##0,' }, '条'],
        ]),
      }),
      'figures',
    )
    const figures = knownRegister(registers, 'figures')
    expect(rows.map(({ fields }) => [fields.value, entryFlaws(figures, { fields }).get('value')])).toEqual([
      ['12百次', 'unreadable'],
      ['3元', 'unreadable'],
      ['5件', 'unreadable'],
      ['#N/A', 'unreadable'],
      ['4（4000）', 'unreadable'],
    ])
  })
})

describe('H20: a row in sight', () => {
  it('is no repetition of a hidden one', async () => {
    const { rows } = await readSheet(
      book({
        台账: sheetOf(
          [
            [...head, '编号'],
            [...plain('2024-03-05'), '1'],
            [...plain('2024-03-05'), '1'],
          ],
          { '!rows': [{}, { hidden: true }] },
        ),
      }),
    )
    expect(rows.map(({ isHidden, likeRow }) => [isHidden, likeRow])).toEqual([
      [true, null],
      [false, null],
    ])
  })
})

describe('H35: a statistics sheet', () => {
  it('with months across gives a figure for each that is written; the sum beside them is left to the clerk', async () => {
    expect(
      await figuresOf(
        [
          ['项目', '1月', '2月', '合计'],
          ['网站公开', 1, 2, 3],
          ['微信公开', null, '/', null],
          ['培训', '四次', 0, 0],
        ],
        '2023年',
      ),
    ).toEqual({
      figures: [
        'publications.website 2023-01 1',
        'publications.website 2023-02 2',
        'trainings 2023-01 四次',
        'trainings 2023-02 0',
      ],
      flaws: ['value unreadable'],
      passedOver: ['3 no-figure'],
    })
  })

  it('with 本期 and 累计 gives the sum of the year; a line that numbers the columns is none', async () => {
    expect(
      await figuresOf([
        ['2023年12月统计报表'],
        ['指标名称', '计量单位', '本期实际', '本年累计'],
        ['甲', '乙', 1, 2],
        ['政策解读', '篇', 1, 9],
        ['行政事业性收费金额', '元', 1000, 251000],
        ['培训', '百次', 1, 2],
      ]),
    ).toEqual({
      figures: ['interpretations 2023 9', 'fee.amount 2023 25.1', 'trainings 2023 2百次'],
      flaws: ['value unclear-amount'],
      passedOver: ['3 head'],
    })
  })

  it('with subjects across gives each of its row’s month', async () => {
    expect(
      (
        await figuresOf([
          ['月份', '网站公开', '培训'],
          ['2023-01', 1, 2],
          ['合计', 1, 2],
        ])
      ).figures,
    ).toEqual(['publications.website 2023-01 1', 'trainings 2023-01 2'])
  })
})
