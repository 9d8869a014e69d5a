import { columnChoices } from './form-labels.ts'
import { defineRegister } from './register-definition.ts'

const results = ['upheld', 'corrected', 'other']

/** 行政复议、行政诉讼: counted in the year of the result, and as 尚未审结 at the end of each year before. */
export const disputesRegister = defineRegister({
  id: 'disputes',
  label: '行政复议和行政诉讼',
  unit: '件',
  place: 'more',
  fields: [
    {
      key: 'kind',
      label: '种类',
      kind: 'choice',
      group: 'main',
      required: true,
      choices: [
        { value: 'review', label: '行政复议' },
        { value: 'direct', label: '未经复议直接起诉' },
        { value: 'afterReview', label: '复议后起诉' },
      ],
      default: 'review',
    },
    { key: 'filed', label: '受理日期', kind: 'date', group: 'main', required: true, default: 'today' },
    { key: 'request', label: '对应的申请', kind: 'link', group: 'main', to: 'requests' },
    { key: 'caseNumber', label: '案号', kind: 'text', group: 'main' },
    {
      key: 'concluded',
      label: '审结日期',
      kind: 'date',
      group: 'result',
      notBefore: 'filed',
      needs: 'result',
    },
    {
      key: 'result',
      label: '结果',
      kind: 'choice',
      group: 'result',
      needs: 'concluded',
      choices: columnChoices(results, (result) => `disputes.review.${result}`, 1),
    },
    { key: 'about', label: '说明', kind: 'longText', group: 'text', hint: '只留在本单位，不随报送文件走' },
  ],
})
