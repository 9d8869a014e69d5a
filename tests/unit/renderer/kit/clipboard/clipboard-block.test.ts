import { describe, expect, it } from 'vitest'
import { formatBlock, formatHtmlBlock, parseBlock } from '../../../../../renderer/kit/clipboard/clipboard-block.ts'

describe('parseBlock()', () => {
  it.each([
    ['one figure', '28', [['28']]],
    [
      'Excel on Windows, with its last line break',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'WPS and old programs',
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['single carriage returns', '1\r2\r', [['1'], ['2']]],
    [
      'blank cells',
      '1\t\t3\r\n\t\t\r\n',
      [
        ['1', '', '3'],
        ['', '', ''],
      ],
    ],
    ['a blank first and last cell', '\t2\t', [['', '2', '']]],
    ['quotes around a line break', '"行政\n许可"\t5\r\n', [['行政\n许可', '5']]],
    ['doubled quotes', '"危及""三安全"""\t0', [['危及"三安全"', '0']]],
    ['a quote somebody typed', '"三安全\t0', [['"三安全', '0']]],
    ['a quote inside a cell', '5"件\t0', [['5"件', '0']]],
    ['thousands separators untouched', '67,382\t１２３', [['67,382', '１２３']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(parseBlock(text)).toEqual(rows)
  })
})

describe('formatBlock()', () => {
  it('ends each row as Excel does', () => {
    expect(
      formatBlock([
        ['1', ''],
        ['--', '4'],
      ]),
    ).toBe('1\t\r\n--\t4\r\n')
  })

  it('comes back from what it wrote', () => {
    const rows = [
      ['1', '两\n行', '"引"'],
      ['', 'a\tb', '约20件'],
    ]
    expect(parseBlock(formatBlock(rows))).toEqual(rows)
  })
})

describe('formatHtmlBlock()', () => {
  it('escapes what a cell holds', () => {
    expect(formatHtmlBlock([['<b>1</b>', '2&3']])).toBe(
      '<table><tr><td>&lt;b&gt;1&lt;/b&gt;</td><td>2&amp;3</td></tr></table>',
    )
  })
})
