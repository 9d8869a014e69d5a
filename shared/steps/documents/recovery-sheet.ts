import { chineseDate } from '../../calendar/chinese-date.ts'
import type { DocumentNode } from './document.ts'
import { documentHtml } from './to-html.ts'

export interface RecoverySheet {
  readonly unit: string
  /** In groups, as it is made. */
  readonly code: string
  /** The name of the keyring that it opens. */
  readonly keyring: string
  /** `YYYY-MM-DD`. */
  readonly made: string
}

const TITLE = '申请人信息恢复码'

/** The one page that opens the applicants' data where the PC's account no longer does. */
export function recoverySheet({ unit, code, keyring, made }: RecoverySheet): readonly DocumentNode[] {
  return [
    { kind: 'title', text: TITLE },
    { kind: 'title', text: code },
    {
      kind: 'paragraph',
      lead: '解锁文件编号。',
      text: `${keyring}。程序需要恢复码时会提示这个编号；同一编号有几张的，用日期最近的。`,
    },
    {
      kind: 'paragraph',
      lead: '何时使用。',
      text: '重装系统或更换登录账户后，程序提示申请人信息打不开时，在“单位资料和设置”里输入上面的恢复码。横线可以不输，不分大小写；不含数字0、1和字母O、I。',
    },
    {
      kind: 'paragraph',
      lead: '如何保管。',
      text: '请锁进保险柜或带锁的抽屉，不要拍照，不要发到网上，也不要放在这台电脑旁边。同时拿到恢复码和这台电脑数据的人，能看到申请人的姓名和证件号码。',
    },
    {
      kind: 'paragraph',
      lead: '遗失的处理。',
      text: '申请人信息还能打开的，请在“单位资料和设置”里重新生成，这一张随即作废，请销毁。申请人信息打不开而恢复码又遗失的，不能恢复；年报数字不受影响。',
    },
    { kind: 'sign-off', unit, date: chineseDate(made) },
  ]
}

/** The page as it is printed. */
export function recoverySheetHtml(sheet: RecoverySheet): string {
  return documentHtml(recoverySheet(sheet), { title: TITLE })
}
