import { describe, expect, it } from 'vitest'
import { newUnitBelow, readUnitList } from '../../../../../renderer/features/units/read-unit-list.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const nothing = { codes: new Set<string>(), names: new Set<string>() }
const read = (text: string, taken = nothing) => readUnitList(text, taken)
const listed = (line: string) => read(line).units[0]

describe('readUnitList()', () => {
  it('takes a sum for no unit', () => {
    const { units, problems } = readUnitList('花园镇\n合计\n总 计：\t12', { codes: new Set(), names: new Set() })
    expect(units.map(({ name }) => name)).toEqual(['花园镇'])
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'sum'],
      [3, 'sum'],
    ])
  })

  it('reads columns pasted from a spreadsheet, in whatever order they come', () => {
    const garden = { name: '花园镇', code: '420921100000', level: 'township', phone: '0712-4822000' }
    expect(listed('花园镇\t420921100000\t乡镇\t0712-4822000')).toEqual(garden)
    expect(listed('420921100000\t0712-4822000\t乡镇\t花园镇')).toEqual(garden)
    expect(listed('花园镇，420921100000, 乡镇 ,0712-4822000')).toEqual(garden)
  })

  it('takes a name alone, one a line, and passes over blank lines and the heading', () => {
    expect(read('单位名称\t代码\r\n花园镇\r\n\r\n  \t \r\n周巷镇\r\n')).toEqual({
      units: [
        { name: '花园镇', code: '', level: 'township', phone: '' },
        { name: '周巷镇', code: '', level: 'township', phone: '' },
      ],
      problems: [],
    })
  })

  it('tells a code from a phone number', () => {
    expect(listed('教育局\t11420921011388888X\t13800138000')).toMatchObject({
      code: '11420921011388888X',
      phone: '13800138000',
    })
    expect(listed('教育局\t420921100000')).toMatchObject({ code: '420921100000', phone: '' })
    expect(listed('教育局\t+8671248220')).toMatchObject({ code: '', phone: '+8671248220' })
  })

  it.each([
    ['花园镇', 'township'],
    ['小悟乡人民政府', 'township'],
    ['书院街道', 'township'],
    ['书院街道办事处', 'township'],
    ['丰年村', 'village'],
    ['丰年村村民委员会', 'village'],
    ['东门社区居委会', 'village'],
    ['县教育局', 'department'],
    ['乡村振兴局', 'department'],
  ])('tells from the name that %s is a %s', (name, level) => expect(listed(name)?.level).toBe(level))

  it.each([
    ['部门', 'department'],
    ['乡镇', 'township'],
    ['乡镇（街道）', 'township'],
    ['村', 'village'],
    ['县', 'county'],
    ['市', 'city'],
  ])('believes the column %s more than the name', (word, level) => {
    expect(listed(`花园镇\t${word}`)).toMatchObject({ name: '花园镇', level })
  })

  it('names the line that has no name', () => {
    expect(read('花园镇\n420921100001\t0712-4822000').problems).toEqual([
      { line: 2, text: '420921100001\t0712-4822000', code: 'no-name' },
    ])
  })

  it('leaves out who is on the list already, or twice in the text', () => {
    const taken = { codes: new Set(['420921100000']), names: new Set(['花园镇']) }
    const { units, problems } = read(
      '花园镇\n周巷镇\t420921100000\n小河镇\t420921100009\n小河镇\n王店镇\t420921100009',
      taken,
    )
    expect(units.map(({ name }) => name)).toEqual(['小河镇'])
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'name-taken'],
      [2, 'code-taken'],
      [4, 'name-taken'],
      [5, 'code-taken'],
    ])
    expect([...taken.codes, ...taken.names]).toEqual(['420921100000', '花园镇'])
  })

  it('keeps any number of units without a code apart', () => {
    expect(read('花园镇\n周巷镇\n小河镇').units).toHaveLength(3)
  })
})

describe('newUnitBelow()', () => {
  const county = unit('420921000000', '孝昌县', 'county', null)
  const garden = { name: '花园镇', code: '420921100000', level: 'township', phone: '0712-4822000' } as const

  it('stands below the desk, at its place, not kept on this PC', () => {
    expect(newUnitBelow(county, garden, 3, [])).toEqual({
      code: '420921100000',
      profile: { name: '花园镇', level: 'township', parent: '420921000000', order: 3, ruleRow: null, sample: false },
      contact: { author: '', reviewer: '', phone: '0712-4822000' },
      kept: false,
    })
  })

  it('gets a code of this PC’s own where it has none, each another', () => {
    const codes = [0, 1].map((order) => newUnitBelow(county, { ...garden, code: '' }, order, []).code)
    expect(codes[0]).toMatch(/^local:[0-9a-f-]{36}$/)
    expect(new Set(codes).size).toBe(2)
  })

  it('is of the sample where the desk is', () => {
    const sample = { ...county, profile: { ...county.profile, sample: true } }
    expect(newUnitBelow(sample, garden, 0, []).profile.sample).toBe(true)
  })
})
