import { isRuleCode, type RuleCode } from '../catalogue/forms/rule-codes.ts'

const names: Record<RuleCode, string> = {
  value: '数字填法',
  'form-year': '表式与年度',
  balance: '收到与办理合不上',
  'outcome-sum': '办理结果合计',
  'applicant-sum': '申请人合计',
  'dispute-sum': '审理结果合计',
  'published-within-total': '公开数超过总数',
  'empty-table': '整张表未填',
  carry: '与上年结转不符',
  'in-force': '现行有效件数',
  'items-carry': '上年项目数量',
  outlier: '与上年相差很大',
  'same-as-last-year': '与上年雷同',
  'children-sum': '汇总数合不上',
  'missing-section': '章节没有文字',
  'blank-cells': '表格未填完',
  'out-of-proportion': '与其他单位相差很大',
  'same-unit': '同名单位报了两份',
}

/** What a rule is called in lists and filters. */
export function ruleName(code: string): string {
  return isRuleCode(code) ? names[code] : '表式自己的规则'
}
