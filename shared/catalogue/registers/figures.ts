import { figureSubjects } from './figure-subjects.ts'
import type { RegisterDefinition } from './register-definition.ts'

/** 年度数字: counts that come from elsewhere, for the year or month by month. One entry is one figure. */
export const figuresRegister: RegisterDefinition = {
  id: 'figures',
  label: '年度数字',
  unit: '条',
  place: 'first',
  identity: ['period', 'subject'],
  fields: [
    {
      key: 'period',
      label: '年份或月份',
      also: ['月份', '年份', '年度', '年月', '时间', '期间', '统计期'],
      kind: 'month',
      group: 'main',
      required: true,
      figureOf: 'subject',
      default: 'today',
      hint: '2020或2020-03',
    },
    {
      key: 'subject',
      label: '项目',
      also: ['指标', '指标名称', '项目名称', '统计指标', '统计项目', '统计内容', '指标项目'],
      kind: 'choice',
      group: 'main',
      required: true,
      choices: figureSubjects,
    },
    {
      key: 'value',
      label: '数字',
      also: ['数量', '数值', '件数'],
      kind: 'figure',
      group: 'main',
      required: true,
      figureOf: 'subject',
    },
    {
      key: 'source',
      label: '数据出处',
      also: ['数字来源', '来源', '备注'],
      kind: 'text',
      group: 'source',
      hint: '例如：县行政审批局台账',
    },
  ],
}
