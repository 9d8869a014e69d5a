import { describe, expect, it } from 'vitest'
import { reportCsv } from '../../../../../shared/steps/documents/to-csv.ts'
import { readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('xiaochang-2020')
const linesOf = (csv: string): string[] => csv.split('\r\n')

describe('reportCsv()', () => {
  it('writes a line per cell after the header, with a byte order mark', () => {
    const csv = reportCsv(form, report)
    const [first, ...rest] = linesOf(csv)
    expect(first).toBe('\uFEFFform,year,unit_code,unit_name,key,table,row,column,unit,value')
    expect(rest.filter((line) => line !== '')).toHaveLength(201)
    expect(rest).toContain(
      '2019,2020,420921000000,孝昌县人民政府,requests.granted.person,收到和处理政府信息公开申请情况,（一）予以公开,自然人,件,16',
    )
  })

  it('writes blank as nothing, n/a as -- and a negative change as a number', () => {
    const csv = linesOf(reportCsv(form, withCells(report, { 'disclosure.licence.itemsChange': -5 })))
    expect(csv.find((line) => line.includes(',disclosure.rule.made,'))).toMatch(/,--$/)
    expect(csv.find((line) => line.includes(',requests.granted.company,'))).toMatch(/,件,$/)
    expect(csv.find((line) => line.includes(',disclosure.licence.itemsChange,'))).toMatch(/,-5$/)
  })

  it('lets no text run as a formula, and quotes what needs it', () => {
    const hostile = {
      ...withCells(report, { 'requests.granted.person': '=HYPERLINK("x")' }),
      unit: { code: '@1', name: '+a,"b"\n' },
    }
    const csv = reportCsv(form, hostile)
    expect(csv).toContain(`件,"'=HYPERLINK(""x"")"`)
    expect(csv).toContain(`,'@1,"'+a,""b""\n",`)
    expect(csv).not.toMatch(/,[=@+]/)
    const wide = { ...hostile, unit: { code: '＝1', name: '＠b\u0000' } }
    expect(reportCsv(form, wide)).toContain(`,'＝1,'＠b,`)
  })
})
