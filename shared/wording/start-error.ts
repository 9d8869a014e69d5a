import { chineseMinute } from '../calendar/chinese-date.ts'
import type { StorageProblem } from '../desktop.ts'

/** Why the program cannot start. Nothing was changed. */
export type StartError =
  | { readonly code: 'folder-not-writable'; readonly folder: string; readonly problem: StorageProblem }
  /** Another program has it open. `by`: null where its lock doesn't say. */
  | { readonly code: 'folder-in-use'; readonly folder: string; readonly by: FolderUser | null }
  | { readonly code: 'newer-data'; readonly folder: string; readonly madeBy: string | null }
  | { readonly code: 'journal-not-opened'; readonly folder: string; readonly problem: StorageProblem }
  | { readonly code: 'unexpected'; readonly detail: string }

export interface FolderUser {
  /** Null: this PC. */
  readonly host: string | null
  readonly account: string
  /** `YYYY-MM-DDTHH:mm` in Beijing, by the clock of that PC. */
  readonly since: string
}

export interface StartErrorMessage {
  readonly title: string
  readonly text: string
}

type Messages = { readonly [C in StartError['code']]: (error: Extract<StartError, { code: C }>) => StartErrorMessage }

const causes: Readonly<Record<StorageProblem['code'], string>> = {
  'disk-full': '磁盘满了。请删掉一些用不着的文件',
  'read-only': '这个文件夹只能看、不能写。请让管电脑的同事给您这个文件夹的写入权限；程序放在U盘上的，看看写保护开关',
  'file-busy': '文件正被别的程序占用。请关掉杀毒扫描、网盘同步一类的程序，或者重启电脑',
  'file-missing': '文件夹不见了。请看看U盘或移动硬盘是否插好',
  'file-too-large': '文件大得不正常。请找管电脑的同事看一下',
  'verify-failed': '写进去的内容读出来不一样。请找管电脑的同事检查硬盘',
  'taken-over': '这份数据已经在别处打开了。请先在那边关掉程序',
  io: '磁盘读写出错。请看看U盘或移动硬盘是否插好；总是这样，请找管电脑的同事检查硬盘',
}

const messages: Messages = {
  'folder-not-writable': ({ folder, problem }) => ({
    title: '打不开：数据文件夹不能写',
    text: `您填的内容要存在：\n${folder}\n${causes[problem.code]}，然后再打开。\n原来的数据一点没动。`,
  }),
  'folder-in-use': ({ folder, by }) => ({
    title: '打不开：这份数据正在别处开着',
    text: `${by === null ? '另一处的程序正开着这份数据' : userText(by)}。两处同时写会乱，所以这里没有打开，数据一点没动。\n请先把那边的程序关掉，再打开；那边已经死机或断电的，等一分钟再打开。\n数据在：\n${folder}`,
  }),
  'newer-data': ({ folder, madeBy }) => ({
    title: '打不开：数据是新版本的程序写的',
    text: `这台电脑上的数据由${madeBy === null ? '更新的版本' : `新版本（${madeBy}）`}写成，这个旧版本读不了，所以没有打开，数据一点没动。\n请安装新版本再打开。\n数据在：\n${folder}`,
  }),
  'journal-not-opened': ({ folder, problem }) => ({
    title: '打不开：保存记录读不出来',
    text: `保存记录在：\n${folder}\n${causes[problem.code]}，然后再打开。\n原来的数据没有删，请先不要重装或清理。`,
  }),
  unexpected: ({ detail }) => ({
    title: '打不开：程序出了错',
    text: `请再打开一次。还是不行，请把下面这行抄给管电脑的同事：\n${detail}\n您的数据没有动。`,
  }),
}

function userText({ host, account, since }: FolderUser): string {
  const where = host === null ? '这台电脑' : `电脑“${host}”`
  return `${where}上的账户“${account}”从${chineseMinute(since)}起开着这份数据`
}

/** For the dialog that is shown instead of the window. */
export function startErrorMessage(error: StartError): StartErrorMessage {
  switch (error.code) {
    case 'folder-not-writable':
      return messages[error.code](error)
    case 'folder-in-use':
      return messages[error.code](error)
    case 'newer-data':
      return messages[error.code](error)
    case 'journal-not-opened':
      return messages[error.code](error)
    case 'unexpected':
      return messages[error.code](error)
  }
}
