import type { PackageProblem, PackageProblemCode } from '../steps/package/package-problem.ts'

const sendAgain = '请让对方在“报送”里重新生成报送文件，再发一次。'
const nothingChanged = '文件未接收，原有数据没有变。'

/** Kinds of `.ogi` file as people call them. */
const kindName: Record<string, string> = {
  assignment: '任务文件',
  submission: '报送文件',
  receipt: '回执',
  referral: '分办文件',
  sync: '两台电脑之间的同步文件',
  backup: '备份文件',
  handover: '交接文件',
}

/** Lists of a file that have an end. */
const lists: Record<string, string> = {
  questions: '上级另外要的数字超过20个',
  reasons: '写明的原因超过2000条',
}

/** What of the report differs from the cover sheet. */
const differing: Record<string, string> = {
  form: '表式',
  year: '年度',
  unit: '单位',
  layer: '填报口径',
  exported: '生成时间',
}

function rightForm(id: string | null | undefined): string {
  return id == null ? '这一年的表式' : `这一年该用的${id}年表式`
}

const messages: Record<PackageProblemCode, (problem: PackageProblem) => string> = {
  'not-ogi': () =>
    '这份文件的内容不是报送文件，可能是其他文件改了名称。请核对是不是选错了；是对方发来的，请对方重新生成报送文件。',
  truncated: () =>
    `文件不完整，后半部分缺失（也可能是空文件）。${nothingChanged}请重新复制或重新下载；仍不行，${sendAgain}`,
  'too-large': () => `文件太大，不像是一份年报（一般不到1 MB）。${nothingChanged}${sendAgain}`,
  damaged: () => `文件在传送中损坏了。${nothingChanged}请重新复制或重新下载；仍不行，${sendAgain}`,
  'unsupported-zip': () =>
    `文件不是本程序生成的原样：可能被其他软件重新压缩、加了密码，或者在传送中改变。${nothingChanged}请重新复制或重新下载；仍不行，${sendAgain}`,
  'duplicate-part': () => `文件里同一项内容出现了两次，不能确定哪一份正确。${nothingChanged}${sendAgain}`,
  'unlisted-part': () => `文件里多出了清单上没有的内容，可能被改动过。${nothingChanged}${sendAgain}`,
  'unexpected-part': () => `文件里夹带了报送文件不该有的内容，可能被改动过。为安全起见没有打开。${sendAgain}`,
  'missing-part': () => `文件里少了一部分内容。${nothingChanged}${sendAgain}`,
  'wrong-size': () => `文件里有内容的大小与清单不一致，可能被改动或损坏。${nothingChanged}${sendAgain}`,
  'wrong-hash': () => `文件里的内容与生成时不一致，可能被改动或损坏。${nothingChanged}${sendAgain}`,
  'manifest-unreadable': () => `这份文件的单位和年度不能读取，文件可能被改动过。${nothingChanged}${sendAgain}`,
  'not-canonical': () => `文件里的内容不是本程序的写法，可能被改动过。${nothingChanged}${sendAgain}`,
  'unsafe-key': () => `文件里有本程序不会写入的内容，可能被改动过。为安全起见没有打开。${sendAgain}`,
  'too-deep': () => `文件里的内容层层相套，不像是年报，可能被改动过。为安全起见没有打开。${sendAgain}`,
  'text-too-long': () =>
    `文件里有一段文字超过20万字，不像是年报。${nothingChanged}请让对方删短后重新生成报送文件，再发一次。`,
  'list-too-long': ({ detail = '' }) =>
    `这份文件里${lists[detail] ?? '有一项的条数太多'}，不像是正常填出来的。${nothingChanged}${sendAgain}`,
  'newer-format': () =>
    `这份文件由更新版本的程序生成，本机的版本无法识别。${nothingChanged}请先更新本机的程序，再打开一次。`,
  'unknown-kind': ({ detail = '' }) =>
    `这是${kindName[detail] ?? '另一种文件'}，不是报送文件，不能接收。请核对是不是发错了；对方的程序版本较新的，请先更新本机的程序。`,
  'unknown-suite': () => `这份文件的保护方式，本机的程序无法识别。${nothingChanged}请先更新本机的程序，再打开一次。`,
  'signature-missing': () => `不能确定这份文件由哪个单位生成。${nothingChanged}${sendAgain}`,
  'signature-wrong': () =>
    `文件的内容被改动，或者不是文件上写的单位生成的。${nothingChanged}请与对方电话核对，${sendAgain}`,
  'not-for-us': () =>
    `这份文件不是发给本单位的，本机不能打开。${nothingChanged}请核对是不是发错了，让对方重新生成给本单位的文件。`,
  'seal-damaged': () =>
    `文件里加密的部分打不开，可能在传送中损坏了。${nothingChanged}请重新复制或重新下载；仍不行，${sendAgain}`,
  'too-many-seals': () => `文件加密的方式不正常，可能被改动过。为安全起见没有打开。${sendAgain}`,
  'too-slow': () => `这份文件10秒内没有读完，不像是正常的报送文件，已停止读取。${nothingChanged}${sendAgain}`,
  'unknown-form': () => `本机的程序没有这份年报用的表式。${nothingChanged}请先更新本机的程序，再打开一次。`,
  'form-differs': ({ detail = '' }) =>
    `对方用的${detail}年表式与本机的内容不同，双方的程序版本可能不一致。${nothingChanged}请双方更新到同一版本，再由对方重新生成报送文件。`,
  'form-year': ({ detail = '', form }) =>
    `这份${detail}年度的年报用的不是${rightForm(form)}。${nothingChanged}请让对方选择正确的年度重新填报，再发一次。`,
  'contradicts-manifest': ({ detail = '' }) =>
    `文件封面与里面年报的${differing[detail] ?? '内容'}不一致，可能被改动过。${nothingChanged}${sendAgain}`,
  'report-unreadable': () => `文件完整，但里面的年报数字不能读取。${nothingChanged}${sendAgain}`,
  'basis-unreadable': () => `文件完整，但里面的填报说明（数据来源、填报人）不能读取。${nothingChanged}${sendAgain}`,
}

/** What happened with the file, what it means and what to do, for the clerk who opened it. */
export function packageProblemMessage(problem: PackageProblem): string {
  return messages[problem.code](problem)
}
