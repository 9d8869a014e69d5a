import type { StorageProblem } from '../desktop.ts'

const messages: Readonly<Record<StorageProblem['code'], string>> = {
  'disk-full': '磁盘已满，这次的内容未保存。请删除一些不用的文件，或者换一个磁盘，再试一次。已显示“已保存”的内容都在。',
  'read-only': '这个位置没有读写权限，操作未完成。请换一个文件夹；是U盘的，请检查写保护开关。',
  'file-busy': '文件正被其他程序占用，操作未完成。请先在 WPS、Excel 或看图软件里关闭这个文件，再试一次。',
  'file-missing': '找不到这个文件或文件夹，可能已经移走、改名，或者U盘已拔下。请插好U盘，或者重新选择后再试一次。',
  'file-too-large': '文件超过200 MB，不像是年报用的文件，未打开。请核对是不是选错了。',
  'verify-failed': '文件写完后读回，内容不一致，这个文件不能使用。请再试一次；仍不行，请换一个U盘或文件夹。',
  'taken-over':
    '这份数据已在其他电脑或账户上打开，本窗口不能再写入：这次的内容未保存。请记下刚填的内容，关闭本窗口，到那边继续填写。',
  io: '磁盘读写出错，操作未完成。请检查U盘是否插好，再试一次；经常出现的，请联系电脑维护人员检查硬盘。',
}

/** What happened on the disk, what it means, and what to do next. */
export function storageProblemMessage({ code }: StorageProblem): string {
  return messages[code]
}
