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
      return '没有删：保存记录读不出来，不能保证删干净。请关掉本程序再打开，再试一次；还是不行，请找管电脑的同事检查硬盘。'
    case 'store-behind':
      return writeProblemMessage(problem)
    default:
      return keyringProblemMessage(problem)
  }
}

/** Where the law has kept what is asked to be erased. No number of years: the unit's own table says it. */
const RETENTION =
  '申请、答复和案卷是要归档的材料。请先确认该留的已经按本单位的归档范围留好；保管期限没到的，先不要删（个人信息保护法第四十七条）。拿不准，先问管档案的同事。'

const ELSEWHERE = '已经打印、导出和发出去的文书，还有自己拷走的数据文件夹，不在这里，要另外处理。'

/** Before what is sealed of an entry is erased. */
export function personErasure(register: RegisterDefinition): readonly string[] {
  const what =
    register.id === 'requests'
      ? [
          '申请人的姓名、证件号码、联系方式、通信地址和“申请内容”，从此谁也看不到，撤销也取不回来。',
          '编号、日期、方式、申请人类别、办理经过和结果都留着：这一件照样计入年报，期限照样算。',
        ]
      : [
          `${sealedName(register)}从此谁也看不到，撤销也取不回来。`,
          `其他内容都留着：这一${register.unit}照样计入年报。`,
        ]
  return [...what, ELSEWHERE, RETENTION]
}

/** Beside the bin: what was taken back, and whose sealed data a key still opens. */
export function undoneText(undone: number, register: RegisterDefinition): string {
  return `另有${undone}${register.unit}登记以后又撤销了，不在台账里，但是里面的${sealedName(register)}还加密存着；清空回收站，就一起彻底删除。`
}

/** Before entries are deleted out of the bin, and with them those whose making was undone. */
export function entryErasure(count: number, undone: number, register: RegisterDefinition): readonly string[] {
  const { unit, fields } = register
  const hasPeople = fields.some(({ personal }) => personal === true)
  const isNumbered = fields.some(({ numberedBy }) => numberedBy !== undefined)
  const left = isNumbered ? '只留下编号和删除的日子，免得同一个编号再给别的申请。' : '只留下删除的日子。'
  return [
    ...(count === 0
      ? []
      : [
          `回收站里的${count}${unit}彻底删除以后，台账里再也没有，撤销也取不回来。它们本来就不计入年报，年报数字不变。`,
        ]),
    ...(undone === 0 ? [] : [`登记以后又撤销了的${undone}${unit}，台账里本来就没有，这次连加密存着的内容一起删掉。`]),
    ...(hasPeople ? [`里面的${sealedName(register)}从此谁也看不到。${left}`, ELSEWHERE, RETENTION] : []),
  ]
}

/** After it. */
export const personErasedMessage = (erased: ErasedKeys): string =>
  `个人信息已删除。这一件的其他内容都在，照样计入年报。${unreachedText(erased)}`
export const entriesErasedMessage = (count: number, unit: string, erased: ErasedKeys): string =>
  `已彻底删除${count}${unit}，撤销取不回来。${unreachedText(erased)}`

/** Which files something of what was erased may be left in. */
function unreachedText({ unreached }: ErasedKeys): string {
  if (unreached.length === 0) return ''
  const files = unreached.map((file) => `“${file}”`).join('、')
  return `但是${files}是以前坏掉、收在一边的密钥文件，读不出来，不能保证里面一点不剩：请到文件夹里把它也删掉；拷到别处的，一起删。`
}

/** In place of personal data that was erased on a day, which is written as the clerk reads days. */
export const personErased = '个人信息已删除'
