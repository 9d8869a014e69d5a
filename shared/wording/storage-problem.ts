import type { StorageProblem } from '../desktop.ts'

const messages: Readonly<Record<StorageProblem['code'], string>> = {
  'disk-full': '磁盘满了，这一步没有存上。请删掉一些用不着的文件，或者换一个盘，再做一次。前面显示“已保存”的都还在。',
  'read-only': '这个位置不让读写，这一步没有做成。请换一个文件夹；如果是U盘，看看上面的写保护开关。',
  'file-busy': '文件正被别的程序占用，这一步没有做成。请先在 WPS、Excel 或看图软件里把它关掉，再做一次。',
  'file-missing': '找不到这个文件或文件夹，可能已经移走、改名，或者U盘拔掉了。请重新选一次。',
  'file-too-large': '文件超过200兆，不像是年报用的文件，没有读。请看看是不是选错了。',
  'verify-failed': '文件写好以后又读了一遍，内容对不上，这个文件不能用。请再做一次；还是不行就换一个U盘或文件夹。',
  'taken-over':
    '这份数据已经在别的电脑或账户上打开，那边在写，这里就停了：这一步没有存上。请记下刚填的内容，把这里关掉，到那边接着填。',
  io: '磁盘读写出了错，这一步没有完成。请看看U盘是否插好，再试一次；总是这样，请找管电脑的同事检查硬盘。',
}

/** What happened on the disk, what it means, and what to do next. */
export function storageProblemMessage({ code }: StorageProblem): string {
  return messages[code]
}
