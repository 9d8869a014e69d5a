import { chineseMinute } from '../calendar/chinese-date.ts'
import type { StartNotice } from '../start-notice.ts'

type Messages = { readonly [C in StartNotice['code']]: (notice: Extract<StartNotice, { code: C }>) => string }

const messages: Messages = {
  'clock-behind': ({ lastSaved }) =>
    `这台电脑的时间可能不对：上次保存是${chineseMinute(lastSaved)}，现在的时间比它还早。请把电脑的日期和时间调准；已填的数字不受影响。`,
  'clock-changed': ({ expected, shown }) =>
    `程序开着的时候，电脑的时间变了：按走过的时间应当是${chineseMinute(expected)}，现在显示${chineseMinute(shown)}。刚改正时间，或者电脑睡眠了很久的，不用处理；否则请把电脑的日期和时间调准。已填的内容不受影响。`,
  'journal-tail-dropped': ({ savedAs }) =>
    `最后一次录入可能未保存（上次可能突然断电或关机），不完整的一行已原样存放在“${savedAs}”。请核对最后填写的内容，缺的请再填一次。`,
  'journal-damaged': ({ kept, lost, savedAs }) =>
    `数据文件夹有一处损坏，可能是硬盘的问题。${lostText(lost)}可读取的${kept}次操作均已保留，损坏的部分原样存放在“${savedAs}”，没有删除。请核对最近填的数字，并请电脑维护人员检查硬盘。`,
  'journal-short': ({ found, known }) =>
    `数据文件夹现有${found}次操作，而以前至少有${known}次：可能换成了较早的副本，也可能有文件被删除或者清空。请核对最近填的数字；有较新副本的，请先不要继续填写，把副本放回数据文件夹再打开程序。`,
  'journal-other': () =>
    '数据文件夹（journal 文件夹）换成了另一份，不是上次在本机使用的那一份。不是有意更换的，请先不要继续填写，把原来的放回再打开程序。',
  'store-differs': ({ store, journal, brought, savedAs }) =>
    `本机的两份数据不一致：${numbersText(store, journal)}${brought === null ? '' : broughtText(brought)}原来供界面显示的数据已原样存放在“${savedAs}”，没有删除。${brought === null ? '现在显示的是数据文件夹里的；请核对最近填的数字，缺的请先不要补填，把这一条告知电脑维护人员。' : '请核对最近填的数字。有意换回较早副本的：刚打开、没有改动时，可以点“撤销”回到补回以前。'}`,
  'store-renewed': ({ savedAs }) =>
    `程序换了版本，本机供界面显示的数据已按数据文件夹重新生成：已填的内容都在，由台账算出的数字按本版本重新计算，请核对。${savedAs === null ? '' : `原来的已原样存放在“${savedAs}”，没有删除；核对无误后不再需要的，可以删除。`}`,
  'store-unreadable': ({ savedAs }) =>
    `本机供界面显示的数据打不开，可能已损坏：已原样存放在“${savedAs}”，没有删除，现在显示的按数据文件夹重新生成。请核对最近填的数字。`,
}

function numbersText(store: number | null, journal: number): string {
  const own = '数据文件夹（journal 文件夹）'
  if (store === null) return `供界面显示的数据不能确定记到第几次操作，${own}记到第${journal}次操作。`
  if (store === journal) return `供界面显示的数据和${own}都记到第${journal}次操作，但内容不一样。`
  return `供界面显示的数据记到第${store}次操作，${own}记到第${journal}次操作。`
}

function broughtText({ places, conflicts }: { readonly places: number; readonly conflicts: number }): string {
  if (conflicts === 0) return `数据文件夹缺少的${places}处，已从供界面显示的数据补回。`
  return `数据文件夹缺少的${places}处，已从供界面显示的数据补回；其中${conflicts}处两份填得不一样，两个都保留。`
}

function lostText(lost: number | null): string {
  if (lost === null) return '不能确定损坏了几次操作。'
  return lost === 0 ? '没有发现缺少操作。' : `至少有${lost}次操作不能读取。`
}

/** What a person should hear at start: it stays on screen, also at later starts, until it is put away. */
export function startNoticeMessage(notice: StartNotice): string {
  switch (notice.code) {
    case 'clock-behind':
      return messages[notice.code](notice)
    case 'clock-changed':
      return messages[notice.code](notice)
    case 'journal-tail-dropped':
      return messages[notice.code](notice)
    case 'journal-damaged':
      return messages[notice.code](notice)
    case 'journal-short':
      return messages[notice.code](notice)
    case 'journal-other':
      return messages[notice.code](notice)
    case 'store-differs':
      return messages[notice.code](notice)
    case 'store-renewed':
      return messages[notice.code](notice)
    case 'store-unreadable':
      return messages[notice.code](notice)
  }
}
