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
      lead: '密钥编号。',
      text: `${keyring}。程序要恢复码的时候会说这个编号；编号一样的有几张，用日期最近的。`,
    },
    {
      kind: 'paragraph',
      lead: '什么时候用。',
      text: '电脑重装、换了登录账户，程序说申请人信息打不开的时候，在“单位资料和设置”里输入上面的恢复码。横线可以不输，大小写都行；里面没有数字0、1和字母O、I。',
    },
    {
      kind: 'paragraph',
      lead: '怎样保管。',
      text: '请锁进保险柜或带锁的抽屉，不要拍照，不要发到网上，也不要放在这台电脑旁边。谁拿到它和这台电脑的数据，谁就能看到申请人的姓名和证件号码。',
    },
    {
      kind: 'paragraph',
      lead: '丢了怎么办。',
      text: '只要程序还打得开，就在“单位资料和设置”里重新生成一个，这一张随即作废，请销毁。程序打不开、这张纸又丢了，申请人信息谁也找不回来；年报数字不受影响。',
    },
    { kind: 'sign-off', unit, date: chineseDate(made) },
  ]
}

/** The page as it is printed. */
export function recoverySheetHtml(sheet: RecoverySheet): string {
  return documentHtml(recoverySheet(sheet), { title: TITLE })
}
