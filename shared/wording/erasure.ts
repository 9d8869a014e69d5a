import type { RegisterDefinition } from '../catalogue/registers/register-definition.ts'
import type { ErasedKeys, KeyringProblem } from '../desktop.ts'
import { keyringProblemMessage, sealedName } from './privacy.ts'
import { type WriteProblem, writeProblemMessage } from './write-problem.ts'

/** Why something could not be erased. `journal-unreadable`: not all keys of the record are known, so none was dropped. */
export type EraseProblem =
  | KeyringProblem
  | WriteProblem
  | { readonly code: 'journal-unreadable'; readonly detail: string }

/** What happened, and what to do. */
export function eraseProblemMessage(problem: EraseProblem): string {
  switch (problem.code) {
    case 'journal-unreadable':
      return '未删除：数据读取失败，不能保证全部删除。请关闭本程序再打开后重试；仍不行，请联系电脑维护人员检查硬盘。'
    case 'store-behind':
      return writeProblemMessage(problem)
    default:
      return keyringProblemMessage(problem)
  }
}

/** Where the law has kept what is asked to be erased. No number of years: the unit's own table says it. */
const RETENTION =
  '申请、答复和案卷属于归档材料。请先确认应归档的已按本单位的归档范围保存；保管期限未满的，先不要删除（《中华人民共和国个人信息保护法》第四十七条）。不确定的，请先问档案管理人员。'

const ELSEWHERE = '已经打印、导出和发出的文书，以及自行复制的数据文件夹，不在删除范围，请另行处理。'

/** Before what is sealed of an entry is erased. */
export function personErasure(register: RegisterDefinition): readonly string[] {
  const what =
    register.id === 'requests'
      ? [
          '申请人的姓名、证件号码、联系方式、通信地址和“申请内容”删除后不能查看，也不能撤销恢复。',
          '编号、日期、申请方式、申请人类别、办理环节和结果均保留：这一件照常计入年报，期限照常计算。',
        ]
      : [
          `${sealedName(register)}删除后不能查看，也不能撤销恢复。`,
          `其他内容均保留：这一${register.unit}照常计入年报。`,
        ]
  return [...what, ELSEWHERE, RETENTION]
}

/** Beside the bin: what was taken back, and whose sealed data a key still opens. */
export function undoneText(undone: number, register: RegisterDefinition): string {
  return `另有${undone}${register.unit}登记后又撤销了，不在台账里，但是其中的${sealedName(register)}仍加密保存；清空回收站时一并彻底删除。`
}

/** Before entries are deleted out of the bin, and with them those whose making was undone. */
export function entryErasure(count: number, undone: number, register: RegisterDefinition): readonly string[] {
  const { unit, fields } = register
  const hasPeople = fields.some(({ personal }) => personal === true)
  const isNumbered = fields.some(({ numberedBy }) => numberedBy !== undefined)
  const left = isNumbered ? '只保留编号和删除日期，避免同一编号再用于其他申请。' : '只保留删除日期。'
  return [
    ...(count === 0
      ? []
      : [`回收站里的${count}${unit}将从台账中永久删除，不能撤销恢复。回收站里的内容本来不计入年报，年报数字不变。`]),
    ...(undone === 0 ? [] : [`登记后又撤销了的${undone}${unit}，台账里本来没有，这次连同加密保存的内容一并删除。`]),
    ...(hasPeople ? [`其中的${sealedName(register)}删除后不能查看。${left}`, ELSEWHERE, RETENTION] : []),
  ]
}

/** After it. */
export const personErasedMessage = (erased: ErasedKeys): string =>
  `个人信息已删除。这一件的其他内容都在，照常计入年报。${unreachedText(erased)}`
export const entriesErasedMessage = (count: number, unit: string, erased: ErasedKeys): string =>
  `已彻底删除${count}${unit}，不能撤销恢复。${unreachedText(erased)}`

/** Which files something of what was erased may be left in. */
function unreachedText({ unreached }: ErasedKeys): string {
  if (unreached.length === 0) return ''
  const files = unreached.map((file) => `“${file}”`).join('、')
  return `但是${files}是以前损坏后另存的解锁文件，不能读取，不能保证全部删除：请到文件夹里删除这个文件；复制到别处的，一并删除。`
}

/** In place of personal data that was erased on a day, which is written as the clerk reads days. */
export const personErased = '个人信息已删除'
