import type { RegisterDefinition } from '../catalogue/registers/register-definition.ts'
import type { KeyringProblem, PrivacyState, StorageProblem } from '../desktop.ts'
import type { WhyUnread } from '../model/entry/personal-fields.ts'
import { storageProblemMessage } from './storage-problem.ts'

type OwnProblem = Exclude<KeyringProblem, StorageProblem>
/** Those that say something of their own. */
type Telling = Extract<OwnProblem['code'], 'locked' | 'keyring-lost' | 'code-wrong'>
type Sentences = { readonly [C in Telling]: (problem: Extract<OwnProblem, { code: C }>) => string }

const lost: Readonly<Record<Extract<OwnProblem, { code: 'keyring-lost' }>['why'], string>> = {
  missing: '缺失',
  damaged: '已损坏；损坏的文件未改动，仍在原处',
  other: '换成了另一份，不是本机资料使用的那一份；原样保留，没有删除',
}

const sentences: Sentences = {
  locked: ({ keyring, canRestore }) =>
    `申请人信息打不开：本机现在登录的账户，不是当初登记时的账户，或者系统重装过。资料都在，没有丢失。${
      canRestore
        ? `请输入恢复码，打印件上的解锁文件编号是${keyring}；没有恢复码的，请换回原来的账户登录。`
        : '本机没有生成过恢复码，请换回原来的账户登录。'
    }`,
  'keyring-lost': ({ why, keyring, canRestore, folder }) =>
    `“${folder}”里的解锁文件（keyring.json）${lost[why]}。以前登记的申请人信息和其他加密保存的内容不能查看，新登记的也不能保存；其他内容和年报数字不受影响。${
      canRestore
        ? `请输入恢复码，打印件上的解锁文件编号是${keyring ?? ''}；或者把完好的解锁文件放回这个文件夹，再打开程序。`
        : '请从以前复制的数据文件夹里找到完好的解锁文件，放回这个文件夹，再打开程序。'
    }`,
  'code-wrong': ({ keyring }) =>
    `这个恢复码不能打开本机的资料。请找解锁文件编号为${keyring}的打印件；有几张的，用日期最近的。`,
}

const plain: Readonly<Record<Exclude<OwnProblem['code'], Telling>, string>> = {
  'newer-keyring': '解锁文件由新版本的程序保存，本版本不能读取，未改动。请安装新版本再打开。',
  'key-absent':
    '未保存：现在的解锁文件打不开这一件原来的申请人信息，可能换成了较早的副本。请把较新的 keyring.json 放回数据文件夹，再打开程序；确实找不到的，请先“删除个人信息”，再重新填写。',
  'no-recovery-code': '本机的资料没有生成过恢复码，不能用恢复码打开。请用原来的电脑账户登录。',
  'code-mistyped': '恢复码输入有误：一共24位，分6组，不含数字0、1和字母O、I。请对照打印件核对。',
}

/** Why the applicants' data cannot be sealed or shown, what it means, and what to do next. */
export function keyringProblemMessage(problem: KeyringProblem): string {
  switch (problem.code) {
    case 'locked':
      return sentences.locked(problem)
    case 'keyring-lost':
      return sentences['keyring-lost'](problem)
    case 'code-wrong':
      return sentences['code-wrong'](problem)
    case 'newer-keyring':
    case 'key-absent':
    case 'no-recovery-code':
    case 'code-mistyped':
      return plain[problem.code]
    default:
      return storageProblemMessage(problem)
  }
}

const protections: Readonly<Record<PrivacyState['protection'], string>> = {
  system: '申请人信息、“申请内容”和其他涉及个人的内容都加密保存，只有本机的当前账户能打开。',
  none: '本机不能代为保管密码，申请人信息虽已加密，但解锁文件就在数据文件夹里，拿到这个文件夹的人都能看到。请设置电脑登录密码，不要把数据文件夹复制给他人；是 Linux 的，请电脑维护人员装好“密钥环”（gnome-keyring 或 KWallet）再打开程序。',
}

/** How well personal data is kept on this PC. */
export function protectionMessage(protection: PrivacyState['protection']): string {
  return protections[protection]
}

/** What of a register is sealed, in the clerk's words. */
export function sealedName({ id, fields }: RegisterDefinition): string {
  if (id === 'requests') return '申请人信息和“申请内容”'
  const labels = fields.flatMap(({ label, personal }) => (personal === true ? [`“${label}”`] : []))
  return labels.join('和')
}

const unread: Readonly<Record<WhyUnread, string>> = {
  erased: '已按要求删除，不能显示',
  'key-absent': '不能显示：现在的解锁文件打不开。请把原来的解锁文件放回数据文件夹，再打开程序',
  altered: '不能显示：保存的内容被改动过，请联系电脑维护人员',
}

/** In place of personal data that does not open. */
export function unreadText(why: WhyUnread): string {
  return unread[why]
}

/** What a person decides who gives up keys that nothing opens, sentence by sentence. */
export const giveUpLines: readonly string[] = [
  '以前登记的申请人信息和其他加密保存的内容不能再查看；编号、日期、办理环节和年报数字都不变。',
  '以后登记的用新的解锁文件保管，恢复码需要重新打印，旧的打印件对新登记的不起作用。',
  '旧的解锁文件还在的，原样存放在数据文件夹里，没有删除：以后找到对应的恢复码，或者把完好的旧文件放回，以前的内容还能查看。',
]

/** Beside the recovery code where a keyring that was given up lies aside. */
export const olderKeysText = '以前放弃的解锁文件仍然保留。找到对应的恢复码，在这里输入，以前的内容可以恢复查看。'
