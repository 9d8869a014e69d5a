import { openingStocks } from './figure-subjects.ts'
import type { RegisterDefinition } from './register-definition.ts'

/**
 * 年初存量: stocks at the beginning of the unit's first year, one number each. Requests and disputes that were open then
 * are short entries of their own registers, with their real dates. Later years open from last year's report.
 */
export const openingsRegister: RegisterDefinition = {
  id: 'openings',
  label: '年初存量',
  about: '第一次用本程序时已有的存量：现行有效件数、事项数。',
  unit: '项',
  place: 'more',
  identity: ['year', 'stock'],
  fields: [
    {
      key: 'year',
      label: '年度（年初）',
      also: ['哪一年年初', '年份', '年度', '年初'],
      kind: 'month',
      group: 'main',
      required: true,
      figureOf: 'stock',
      default: 'today',
    },
    {
      key: 'stock',
      label: '项目',
      also: ['指标', '项目名称'],
      kind: 'choice',
      group: 'main',
      required: true,
      choices: openingStocks,
    },
    {
      key: 'amount',
      label: '数量',
      also: ['数字', '年初数', '件数'],
      kind: 'figure',
      group: 'main',
      required: true,
      figureOf: 'stock',
    },
  ],
}
