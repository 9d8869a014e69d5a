import { describe, expect, it } from 'vitest'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import { form2019 } from '../../../../../shared/catalogue/forms/form-2019.ts'
import { form2021 } from '../../../../../shared/catalogue/forms/form-2021.ts'
import { formDefinition } from '../../../../../shared/catalogue/forms/form-definition.ts'
import { compiledForm, forms } from '../../../../fixtures/catalogue.ts'
import { fixtureText, formOf } from '../../../../fixtures/read-fixture.ts'

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

const requestRows = (other: readonly string[]): string[] => [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '三、本年度办理结果',
  '（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '（三）不予公开',
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '（四）无法提供',
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '（五）不予处理',
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  ...other,
  '（七）总计',
  '四、结转下年度继续办理',
]

const disputeLabels = [
  ['行政复议', '行政诉讼'],
  ['未经复议直接起诉', '复议后起诉'],
  ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
]

const labelsOf = (formId: string, table: string): string[] =>
  (formOf(formId).tables.find(({ id }) => id === table)?.lines ?? []).flatMap(({ boxes }) =>
    boxes.flatMap((box) => (box.kind === 'label' ? [box.text] : [])),
  )

describe('the official forms', () => {
  it('have 201 and 200 cells, each key once', () => {
    for (const [id, count] of [
      ['2019', 201],
      ['2021', 200],
    ] as const) {
      const { cells, tables } = formOf(id)
      const keys = tables.flatMap((table) => table.cells)
      expect(keys).toHaveLength(count)
      expect(new Set(keys).size).toBe(count)
      expect([...cells.keys()]).toEqual(keys)
    }
  })

  it('have exactly the keys of the published reports', () => {
    for (const name of ['xiaochang-2020', 'huaian-2024']) {
      const { form, cells } = JSON.parse(fixtureText(name))
      expect([...formOf(form).cells.keys()].sort()).toEqual(Object.keys(cells).sort())
    }
  })

  it('print the rows of 表三 verbatim and in order', () => {
    const head = [
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      '申请人情况',
      '自然人',
      '法人或其他组织',
      '总计',
    ]
    const inner = columns.slice(1, -1)
    expect(labelsOf('2019', 'requests')).toEqual([...head, ...inner, ...requestRows(['（六）其他处理'])])
    expect(labelsOf('2021', 'requests')).toEqual([
      ...head,
      ...inner,
      ...requestRows([
        '（六）其他处理',
        '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        '3.其他',
      ]),
    ])
  })

  it('print 表二 verbatim and in order', () => {
    const block = (heading: string, heads: string[], rows: string[]): string[] => [
      heading,
      '信息内容',
      ...heads,
      ...rows,
    ]
    const items = ['上一年项目数量', '本年增/减']
    expect(labelsOf('2019', 'disclosure')).toEqual([
      ...block(
        '第二十条第（一）项',
        ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
        ['规章', '规范性文件', '其他主动公开文件'],
      ),
      ...block('第二十条第（五）项', [...items, '处理决定数量'], ['行政许可', '其他对外管理服务事项']),
      ...block('第二十条第（六）项', [...items, '处理决定数量'], ['行政处罚', '行政强制']),
      ...block('第二十条第（八）项', items, ['行政事业性收费']),
      ...block('第二十条第（九）项', ['采购项目数量', '采购总金额'], ['政府集中采购']),
    ])
    expect(labelsOf('2021', 'disclosure')).toEqual([
      ...block('第二十条第（一）项', ['本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '行政规范性文件']),
      ...block('第二十条第（五）项', ['本年处理决定数量'], ['行政许可']),
      ...block('第二十条第（六）项', ['本年处理决定数量'], ['行政处罚', '行政强制']),
      ...block('第二十条第（八）项', ['本年收费金额（单位：万元）'], ['行政事业性收费']),
    ])
  })

  it('print 表四 with its three levels of headings', () => {
    const [top = [], middle = [], leaves = []] = disputeLabels
    for (const id of ['2019', '2021']) {
      expect(labelsOf(id, 'disputes')).toEqual([...top, ...leaves, ...middle, ...leaves, ...leaves])
    }
  })

  it('survive JSON unchanged and compile to the same form', () => {
    for (const definition of [form2019, form2021]) {
      const copy = formDefinition.parse(JSON.parse(JSON.stringify(definition)))
      expect(copy).toEqual(definition)
      expect([...compiledForm(copy).cells]).toEqual([...compiledForm(definition).cells])
      expect(compiledForm(copy).equations).toEqual(compiledForm(definition).equations)
      expect(compiledForm(copy).derivations).toEqual(compiledForm(definition).derivations)
    }
  })
})

describe('formForYear()', () => {
  it('gives the form in force', () => {
    expect([2018, 2019, 2020, 2021, 2026].map((year) => formForYear(forms, year)?.id)).toEqual([
      undefined,
      '2019',
      '2019',
      '2021',
      '2021',
    ])
  })
})
