import { leftoverFields } from './leftover-fields.ts'
import type { RegisterDefinition } from './register-definition.ts'

const channels: [value: string, label: string, also: string[]][] = [
  ['website', '网站', ['政府网站', '门户网站', '官网', '网上']],
  ['wechat', '微信', ['微信公众号', '公众号']],
  ['weibo', '微博', ['政务微博']],
  ['app', '客户端', ['APP', '手机客户端']],
  ['broadcast', '广播电视', ['广播', '电视', '电视台']],
  ['noticeBoard', '公告栏', ['公示栏', '公开栏', '宣传栏']],
  ['other', '其他', ['其它']],
]

/** 主动公开文件. A lapse (自然失效) counts as repealed, as offices do to keep 现行有效 true. */
export const documentsRegister: RegisterDefinition = {
  id: 'documents',
  label: '主动公开文件',
  about: '规章、规范性文件和其他主动公开文件：制发、公开、废止。',
  unit: '件',
  place: 'more',
  same: [['number'], ['title', 'made']],
  fields: [
    {
      key: 'title',
      label: '标题',
      also: ['文件名称', '文件标题', '名称', '文件名', '题名'],
      kind: 'text',
      group: 'main',
      required: true,
    },
    { key: 'number', label: '文号', also: ['发文字号', '文件号', '发文号', '文件编号'], kind: 'text', group: 'main' },
    {
      key: 'kind',
      label: '种类',
      also: ['文件种类', '文件类别', '文件类型', '类别', '类型'],
      kind: 'choice',
      group: 'main',
      required: true,
      choices: [
        { value: 'rule', label: '规章' },
        { value: 'normativeDocument', label: '行政规范性文件', also: ['规范性文件'] },
        { value: 'otherDocument', label: '其他主动公开文件', also: ['其他文件', '其他', '其它'] },
      ],
      default: 'normativeDocument',
    },
    {
      key: 'made',
      label: '制发日期',
      also: ['印发日期', '发文日期', '成文日期', '制定日期', '制发时间'],
      kind: 'date',
      group: 'main',
      required: true,
      default: 'today',
    },
    {
      key: 'published',
      label: '公开日期',
      also: ['发布日期', '上网日期', '主动公开日期'],
      kind: 'date',
      group: 'main',
      notBefore: 'made',
    },
    {
      key: 'revised',
      label: '修订日期',
      kind: 'date',
      group: 'revision',
      notBefore: 'made',
      hint: '本年修订的，制发、废止各计1件；以后再修订的，另登记一件，原文件填写废止日期',
    },
    {
      key: 'repealed',
      label: '废止或失效日期',
      also: ['废止日期', '失效日期', '废止失效日期'],
      kind: 'date',
      group: 'repeal',
      notBefore: 'made',
    },
    {
      key: 'how',
      label: '废止或失效',
      also: ['废止还是失效'],
      kind: 'choice',
      group: 'repeal',
      needs: 'repealed',
      choices: [
        { value: 'repealed', label: '废止' },
        { value: 'lapsed', label: '自然失效', also: ['失效'] },
      ],
    },
    {
      key: 'channels',
      label: '公开渠道',
      also: ['公开方式', '发布渠道', '发布方式', '公开载体'],
      kind: 'choice',
      group: 'main',
      many: true,
      choices: channels.map(([value, label, also]) => ({ value, label, also })),
    },
    ...leftoverFields,
  ],
}
