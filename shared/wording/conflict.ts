import { beijingMinute, chineseMinute } from '../calendar/chinese-date.ts'
import { cellName, supplementName } from '../catalogue/forms/cell-name.ts'
import { formForYear } from '../catalogue/forms/forms.ts'
import { registerById } from '../catalogue/registers/registers.ts'
import type { Entity } from '../journal/frame.ts'
import { parseHlc } from '../record/hlc.ts'
import { splitRecordId } from '../record/record-id.ts'
import type { Writing } from '../record/writing.ts'
import type { Json } from '../values/json.ts'

const entityWords: Record<Entity, string> = {
  unit: '单位信息',
  report: '年度报告',
  package: '收到的文件',
  final: '定稿',
  export: '报送记录',
  entry: '台账',
  desk: '汇总',
  catalogue: '表样',
  run: '程序自己的记录',
}

/** The place in which two PCs wrote different things: 2026年表三“（一）予以公开”的“自然人”. */
export function conflictPlace({ entity, record, group }: { entity: Entity; record: string; group: string }): string {
  if (entity === 'report') return reportPlace(record, group)
  if (entity === 'entry') {
    const [, register = ''] = splitRecordId(record, 3)
    return `${registerById(register)?.label ?? entityWords.entry}中的一条`
  }
  return entityWords[entity]
}

function reportPlace(record: string, group: string): string {
  const [, year = ''] = splitRecordId(record, 3)
  const form = formForYear(Number(year))
  const [kind = '', key = ''] = [group.slice(0, group.indexOf(':')), group.slice(group.indexOf(':') + 1)]
  const cell = form?.key(key) ?? null
  if (form !== null && kind === 'cell' && cell !== null) return `${year}年${cellName(form, cell)}`
  if (form !== null && kind === 'supplement') return `${year}年补充数字“${supplementName(form, key)}”`
  return `${year}年年度报告的文字或说明`
}

/** What was written there, as far as it can be said in a line. Sealed data is not shown. */
export function conflictValue(value: Json): string {
  if (value === null) return '（删掉了）'
  if (value === 'n/a') return '--'
  if (typeof value === 'object') return Array.isArray(value) ? `（${value.length}项）` : objectText(value)
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}

function objectText(value: { readonly [key: string]: Json }): string {
  if ('keyId' in value) return '（申请人等信息，这里不显示）'
  const texts = Object.values(value).filter((one) => typeof one === 'string' || typeof one === 'number')
  return texts.length === 0 ? '（已填）' : texts.join('，')
}

/** Who wrote it and when: 王芳，2026年11月23日20:00，这台电脑. `device`: ours. */
export function conflictWriter({ author, stamp, device }: Writing, ours: string): string {
  const time = parseHlc(stamp)?.time
  const who = author === '' ? '填报人没有写姓名' : author
  const when = time === undefined ? '' : `，${chineseMinute(beijingMinute(time))}`
  return `${who}${when}，${device === ours ? '这台电脑' : '另一台电脑'}`
}
