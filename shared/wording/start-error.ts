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
  'disk-full': '磁盘已满。请删除一些不用的文件',
  'read-only': '这个文件夹没有写入权限。请联系电脑维护人员开通写入权限；程序放在U盘上的，请检查写保护开关',
  'file-busy': '文件正被其他程序占用。请关闭杀毒扫描、网盘同步一类的程序，或者重启电脑',
  'file-missing': '找不到文件夹。请检查U盘或移动硬盘是否插好',
  'file-too-large': '文件大得不正常。请联系电脑维护人员检查',
  'verify-failed': '写入的内容与读回的不一致。请联系电脑维护人员检查硬盘',
  'taken-over': '这份数据已在别处打开。请先在那边关闭程序',
  io: '磁盘读写出错。请检查U盘或移动硬盘是否插好；经常出现的，请联系电脑维护人员检查硬盘',
}

const messages: Messages = {
  'folder-not-writable': ({ folder, problem }) => ({
    title: '程序未能打开：数据文件夹不能写入',
    text: `您填的内容保存在：\n${folder}\n${causes[problem.code]}，然后再打开。\n原有数据没有改动。`,
  }),
  'folder-in-use': ({ folder, by }) => ({
    title: '程序未能打开：这份数据已在别处打开',
    text: `${by === null ? '另一处的程序已打开这份数据' : userText(by)}。两处同时写入会出错，所以这里没有打开，原有数据没有改动。\n请先关闭那边的程序，再打开；那边已经死机或断电的，请等一分钟再打开。\n数据在：\n${folder}`,
  }),
  'newer-data': ({ folder, madeBy }) => ({
    title: '程序未能打开：数据由新版本的程序保存',
    text: `本机的数据由${madeBy === null ? '更新的版本' : `新版本（${madeBy}）`}保存，这个旧版本不能读取，所以没有打开，原有数据没有改动。\n请安装新版本再打开。\n数据在：\n${folder}`,
  }),
  'journal-not-opened': ({ folder, problem }) => ({
    title: '程序未能打开：数据读取失败',
    text: `数据文件夹：\n${folder}\n${causes[problem.code]}，然后再打开。\n原有数据没有删除，请先不要重装或清理。`,
  }),
  unexpected: ({ detail }) => ({
    title: '程序未能打开：程序出错',
    text: `请再打开一次。仍不行，请把下面一行告知电脑维护人员：\n${detail}\n原有数据没有改动。`,
  }),
}

function userText({ host, account, since }: FolderUser): string {
  const where = host === null ? '这台电脑' : `电脑“${host}”`
  return `${where}上的账户“${account}”从${chineseMinute(since)}起打开了这份数据`
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
