import type { RegisterDefinition } from '../catalogue/registers/register-definition.ts'
import type { KeyringProblem, PrivacyState, StorageProblem } from '../desktop.ts'
import { storageProblemMessage } from './storage-problem.ts'

type OwnProblem = Exclude<KeyringProblem, StorageProblem>

const damaged = (savedAs: string): string =>
  `保管申请人信息的密钥文件坏了，已经原样收在“${savedAs}”，没有删。以前登记的姓名、证件号码、“要什么”和复议诉讼的“说明”暂时看不了，其他内容和年报数字不受影响。手上有这个文件的好的副本，请放回原处再打开程序；没有，请到“单位资料和设置”重新生成恢复码，就可以接着登记。`

const messages: Readonly<Record<Exclude<OwnProblem['code'], 'keyring-damaged'>, string>> = {
  locked:
    '申请人信息打不开：这台电脑现在登录的账户，不是当初保存它的账户，或者系统重装过。资料都在，没有丢。请到“单位资料和设置”，输入打印出来的恢复码；没有恢复码，请换回原来的账户登录。',
  'newer-keyring': '密钥文件是新版本的程序写的，这个版本读不了，也没有动它。请安装新版本再打开。',
  'no-recovery-code': '这里的资料没有生成过恢复码，所以不能用恢复码打开。请用原来的电脑账户登录。',
  'code-mistyped': '恢复码输得不对：一共24位，分6组，里面没有数字0、1和字母O、I。请对着纸再看一遍。',
  'code-wrong': '这个恢复码打不开这里的资料。可能是别的电脑的，或者后来又生成过新的；请找日期最近的那一张。',
}

/** Why the applicants' data cannot be sealed or shown, what it means, and what to do next. */
export function keyringProblemMessage(problem: KeyringProblem): string {
  switch (problem.code) {
    case 'keyring-damaged':
      return damaged(problem.savedAs)
    case 'locked':
    case 'newer-keyring':
    case 'no-recovery-code':
    case 'code-mistyped':
    case 'code-wrong':
      return messages[problem.code]
    default:
      return storageProblemMessage(problem)
  }
}

const protections: Readonly<Record<PrivacyState['protection'], string>> = {
  system:
    '申请人的姓名、证件号码、联系方式和“要什么”，还有复议诉讼的“说明”，都加密保存，只有这台电脑的当前账户打得开。',
  none: '这台电脑没有系统级的密码保管，申请人信息虽然加了密，但钥匙就放在同一个文件夹里：谁拷走数据文件夹，谁就能看到。请给电脑设好登录密码，不要把数据文件夹拷给别人；是 Linux 的，请管电脑的同事装好“密钥环”（gnome-keyring 或 KWallet）再打开程序。',
}

/** How well personal data is kept on this PC. */
export function protectionMessage(protection: PrivacyState['protection']): string {
  return protections[protection]
}

/** What of a register is sealed, in the clerk's words. */
export function sealedName({ id, fields }: RegisterDefinition): string {
  if (id === 'requests') return '申请人信息和“要什么”'
  const labels = fields.flatMap(({ label, personal }) => (personal === true ? [`“${label}”`] : []))
  return labels.join('和')
}

/** In place of personal data that cannot be read any more. */
export const erasedPersonalData = '看不到了：已经按要求删除，或者密钥文件坏过'
