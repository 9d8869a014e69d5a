import { beijingMinute, chineseMinute } from '../calendar/chinese-date.ts'
import { type Catalogue, formForYear, registerById } from '../catalogue/catalogue.ts'
import { cellName, supplementName } from '../catalogue/forms/cell-name.ts'
import type { Entity } from '../journal/frame.ts'
import { parseHlc } from '../record/hlc.ts'
import { splitRecordId } from '../record/record-id.ts'
import type { Writing } from '../record/writing.ts'
import type { Json } from '../values/json.ts'

export const conflictWords = {
  title: '两份填得不一样',
  /** How many places, and what holds until a person chose. */
  summary: (count: number): string =>
    `有${count}处，两份数据填得不一样。两个都保留；未选定前，使用列在前面的那个。请点“查看有哪几处”选定。`,
  look: '查看有哪几处',
  choose: '用这个',
  undone: '补回的内容已经撤下，恢复到补回以前。要重新补回，请点“恢复”（Ctrl+Y）。',
} as const

const entityWords: Record<Entity, string> = {
  unit: '单位资料',
  report: '年度报告',
  package: '收到的文件',
  final: '定稿',
  export: '报送记录',
  entry: '台账',
  desk: '汇总选用的文件',
  catalogue: '表式',
  run: '程序运行记录',
}

type Known = Pick<Catalogue, 'forms' | 'registers'>

interface Place {
  readonly entity: Entity
  readonly record: string
  readonly group: string
}

/** Where two different values stand: 2026年表三“（一）予以公开”的“自然人”. `title`: of an entry. */
export function conflictPlace(known: Known, { entity, record, group }: Place, title: string): string {
  if (entity === 'report') return reportPlace(known, record, group)
  if (entity === 'entry') return entryPlace(known, record, group, title)
  return entityWords[entity]
}

function entryPlace({ registers }: Known, record: string, group: string, title: string): string {
  const [, id = ''] = splitRecordId(record, 3)
  const register = registerById(registers, id)
  const entry = `${register?.label ?? entityWords.entry}“${title}”`
  if (group === 'personal') return `${entry}的申请人等信息`
  if (group === 'bin') return `${entry}是否在回收站`
  if (group.startsWith('stage:')) return `${entry}的一个办理环节`
  const labels = (register?.fields ?? []).filter((field) => field.group === group).map(({ label }) => label)
  return labels.length === 0 ? entry : `${entry}的${labels.join('、')}`
}

function reportPlace({ forms }: Known, record: string, group: string): string {
  const [, year = ''] = splitRecordId(record, 3)
  const form = formForYear(forms, Number(year))
  const [kind = '', ...rest] = group.split(':')
  const key = rest.join(':')
  const cell = form?.key(key) ?? null
  const whole = `${year}年年度报告`
  if (form === null) return whole
  if (cell !== null && kind in cellWords) return `${year}年${cellName(form, cell)}${cellWords[kind] ?? ''}`
  if (kind === 'supplement') return `${year}年补充数字“${supplementName(form, key)}”`
  const table = form.tables.find(({ id }) => id === key)
  if (table !== undefined) return `${year}年${table.name}${kind === 'statement' ? '“本年没有”' : '的说明'}`
  return `${whole}的${textWords[kind] ?? '文字'}`
}

const cellWords: Readonly<Record<string, string>> = {
  cell: '',
  remark: '的备注',
  override: '更正原因',
  adjust: '的调整',
}
const textWords: Readonly<Record<string, string>> = {
  title: '标题',
  blank: '空白格写法',
  signOff: '落款',
  narrative: '正文',
  reason: '错误的说明',
}

/** What was written there, as far as it can be said in a line. Sealed data is not shown. */
export function conflictValue(value: Json): string {
  if (value === null) return '（已删除）'
  if (value === 'n/a') return '--'
  if (typeof value === 'object') return Array.isArray(value) ? `（${value.length}项）` : objectText(value)
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}

function objectText(value: { readonly [key: string]: Json }): string {
  if ('keyId' in value) return '（申请人等信息，此处不显示）'
  const texts = Object.values(value).filter((one) => typeof one === 'string' || typeof one === 'number')
  return texts.length === 0 ? '（已填）' : texts.join('，')
}

/** Who wrote it and when: 王芳，2026年11月23日20:00，这台电脑. `device`: ours. */
export function conflictWriter({ author, stamp, device }: Writing, ours: string): string {
  const time = parseHlc(stamp)?.time
  const who = author === '' ? '未填填报人' : author
  const when = time === undefined ? '' : `，${chineseMinute(beijingMinute(time))}`
  return `${who}${when}${device === ours ? '' : '，另一台电脑'}`
}
