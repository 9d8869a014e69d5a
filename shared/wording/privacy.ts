import type { RegisterDefinition } from '../catalogue/registers/register-definition.ts'
import type { KeyringProblem, PrivacyState, StorageProblem } from '../desktop.ts'
import type { WhyUnread } from '../model/entry/personal-fields.ts'
import { storageProblemMessage } from './storage-problem.ts'

type OwnProblem = Exclude<KeyringProblem, StorageProblem>
/** Those that say something of their own. */
type Telling = Extract<OwnProblem['code'], 'locked' | 'keyring-lost' | 'code-wrong'>
type Sentences = { readonly [C in Telling]: (problem: Extract<OwnProblem, { code: C }>) => string }

const lost: Readonly<Record<Extract<OwnProblem, { code: 'keyring-lost' }>['why'], string>> = {
  missing: '不见了',
  damaged: '坏了；坏的文件没有动，还在那里',
  other: '换成了另一份，不是这里的资料用的那一份；它原样留着，没有删',
}

const sentences: Sentences = {
  locked: ({ keyring, canRestore }) =>
    `申请人信息打不开：这台电脑现在登录的账户，不是当初保存它的账户，或者系统重装过。资料都在，没有丢。${
      canRestore
        ? `请输入恢复码，纸上写的密钥编号是${keyring}；没有恢复码，请换回原来的账户登录。`
        : '这里没有生成过恢复码，请换回原来的账户登录。'
    }`,
  'keyring-lost': ({ why, keyring, canRestore, folder }) =>
    `“${folder}”里保管申请人信息的密钥文件（keyring.json）${lost[why]}。以前登记的姓名、证件号码、“申请内容”和复议诉讼的“说明”现在看不了，新的也先不能保存；其他内容和年报数字不受影响。${
      canRestore
        ? `请输入恢复码，纸上写的密钥编号是${keyring ?? ''}；或者把好的密钥文件放回这个文件夹，再打开程序。`
        : '请从以前拷走的数据文件夹里找好的密钥文件，放回这个文件夹，再打开程序。'
    }`,
  'code-wrong': ({ keyring }) =>
    `这个恢复码打不开这里的资料。请找写着密钥编号${keyring}的那一张；有几张，用日期最近的。`,
}

const plain: Readonly<Record<Exclude<OwnProblem['code'], Telling>, string>> = {
  'newer-keyring': '密钥文件是新版本的程序写的，这个版本读不了，也没有动它。请安装新版本再打开。',
  'key-absent':
    '没有保存：这一件原来的申请人信息，密钥不在现在的密钥文件里，可能是换成了较早的副本。请把较新的 keyring.json 放回数据文件夹，再打开程序；确实找不回来，请先“删除个人信息”，再重新填。',
  'no-recovery-code': '这里的资料没有生成过恢复码，所以不能用恢复码打开。请用原来的电脑账户登录。',
  'code-mistyped': '恢复码输得不对：一共24位，分6组，里面没有数字0、1和字母O、I。请对着纸再看一遍。',
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
  system:
    '申请人的姓名、证件号码、联系方式和“申请内容”，还有复议诉讼的“说明”，都加密保存，只有这台电脑的当前账户打得开。',
  none: '这台电脑没有系统级的密码保管，申请人信息虽然加了密，但钥匙就放在同一个文件夹里：谁拷走数据文件夹，谁就能看到。请给电脑设好登录密码，不要把数据文件夹拷给别人；是 Linux 的，请管电脑的同事装好“密钥环”（gnome-keyring 或 KWallet）再打开程序。',
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
  erased: '看不到了：已经按要求删除',
  'key-absent': '看不到：它的密钥不在现在的密钥文件里。找到原来的密钥文件放回数据文件夹，就看得到',
  altered: '看不到：保存的内容被改动过',
}

/** In place of personal data that does not open. */
export function unreadText(why: WhyUnread): string {
  return unread[why]
}

/** What a person decides who gives up keys that nothing opens, sentence by sentence. */
export const giveUpLines: readonly string[] = [
  '以前登记的姓名、证件号码、联系方式、“申请内容”和复议诉讼的“说明”从此看不到；编号、日期、办理经过和年报数字都不变。',
  '以后登记的用新的密钥保管，恢复码也要重新打印，旧的那一张对新登记的不起作用。',
  '旧的密钥文件还在的，原样收在数据文件夹里，没有删：以后找到它的恢复码，或者把好的旧文件放回来，以前的内容还能看到。',
]

/** Beside the recovery code where a keyring that was given up lies aside. */
export const olderKeysText = '以前放弃的密钥还收着。找到它的恢复码，在这里输入，以前的内容就又看得到。'
