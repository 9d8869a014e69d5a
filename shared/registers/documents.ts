import { defineRegister } from './register-definition.ts'

const channels: [value: string, label: string][] = [
  ['website', '网站'],
  ['wechat', '微信'],
  ['weibo', '微博'],
  ['app', '客户端'],
  ['broadcast', '广播电视'],
  ['noticeBoard', '公告栏'],
  ['other', '其他'],
]

/** 主动公开文件. A lapse (自然失效) counts as repealed, as offices do to keep 现行有效 true. */
export const documentsRegister = defineRegister({
  id: 'documents',
  label: '主动公开文件',
  unit: '件',
  place: 'more',
  fields: [
    { key: 'title', label: '标题', kind: 'text', group: 'main', required: true },
    { key: 'number', label: '文号', kind: 'text', group: 'main' },
    {
      key: 'kind',
      label: '种类',
      kind: 'choice',
      group: 'main',
      required: true,
      choices: [
        { value: 'rule', label: '规章' },
        { value: 'normativeDocument', label: '行政规范性文件' },
        { value: 'otherDocument', label: '其他主动公开文件' },
      ],
      default: 'normativeDocument',
    },
    { key: 'made', label: '制发日期', kind: 'date', group: 'dates', required: true, default: 'today' },
    { key: 'published', label: '公开日期', kind: 'date', group: 'dates', notBefore: 'made' },
    {
      key: 'revised',
      label: '修订日期',
      kind: 'date',
      group: 'dates',
      notBefore: 'made',
      hint: '当年制发、废止各计1件；以后再修订的，另登记一条，原文件填废止日期',
    },
    { key: 'repealed', label: '废止或失效日期', kind: 'date', group: 'repeal', notBefore: 'made' },
    {
      key: 'how',
      label: '废止还是失效',
      kind: 'choice',
      group: 'repeal',
      needs: 'repealed',
      choices: [
        { value: 'repealed', label: '废止' },
        { value: 'lapsed', label: '自然失效' },
      ],
    },
    {
      key: 'channels',
      label: '公开渠道',
      kind: 'choice',
      group: 'channels',
      many: true,
      choices: channels.map(([value, label]) => ({ value, label })),
    },
  ],
})
