import { leftoverFields } from './leftover-fields.ts'
import type { RegisterDefinition } from './register-definition.ts'

/** 行政复议、行政诉讼: counted in the year of the result, and as 尚未审结 at the end of each year before. */
export const disputesRegister: RegisterDefinition = {
  id: 'disputes',
  label: '行政复议和行政诉讼',
  about: '行政复议和行政诉讼：受理和结果。',
  unit: '件',
  place: 'more',
  same: [['caseNumber']],
  fields: [
    {
      key: 'kind',
      label: '种类',
      also: ['类型', '类别', '案件类型', '案件种类'],
      kind: 'choice',
      group: 'main',
      required: true,
      choices: [
        { value: 'review', label: '行政复议', also: ['复议'] },
        { value: 'direct', label: '未经复议直接起诉', also: ['直接起诉', '行政诉讼', '诉讼'] },
        { value: 'afterReview', label: '复议后起诉', also: ['经复议起诉'] },
      ],
      default: 'review',
    },
    {
      key: 'filed',
      label: '受理日期',
      also: ['立案日期', '收案日期', '案件受理日期'],
      kind: 'date',
      group: 'main',
      required: true,
      default: 'today',
    },
    {
      key: 'request',
      label: '对应的申请',
      also: ['对应申请编号', '申请编号', '原申请编号', '关联申请'],
      kind: 'link',
      group: 'main',
      to: 'requests',
    },
    { key: 'caseNumber', label: '案号', also: ['案件编号', '文书号', '案件号'], kind: 'text', group: 'main' },
    {
      key: 'concluded',
      label: '审结日期',
      also: ['结案日期', '裁判日期', '决定日期'],
      kind: 'date',
      group: 'result',
      notBefore: 'filed',
      needs: 'result',
    },
    {
      key: 'result',
      label: '结果',
      also: ['案件结果', '处理结果', '裁判结果', '审理结果'],
      kind: 'choice',
      group: 'result',
      needs: 'concluded',
      choicesFrom: { of: { table: 'disputes', columns: 'result' }, yearOf: 'concluded' },
    },
    {
      key: 'about',
      label: '说明',
      also: ['备注', '案情', '案由'],
      kind: 'longText',
      group: 'personal',
      // Who sued whom, and about what: people write names into it.
      personal: true,
      hint: '加密保存，仅存本单位，不随报送文件上报',
    },
    ...leftoverFields,
  ],
}
