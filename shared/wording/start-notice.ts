import { chineseMinute } from '../calendar/chinese-date.ts'
import type { StartNotice } from '../start-notice.ts'

type Messages = { readonly [C in StartNotice['code']]: (notice: Extract<StartNotice, { code: C }>) => string }

const messages: Messages = {
  'clock-behind': ({ lastSaved }) =>
    `这台电脑的时间可能不对：上次保存是${chineseMinute(lastSaved)}，现在的时间比它还早。请把电脑的日期和时间调准；已经填的数字不受影响。`,
  'clock-changed': ({ expected, shown }) =>
    `程序开着的时候，电脑的时间变了：按走过的时间应当是${chineseMinute(expected)}，现在显示${chineseMinute(shown)}。如果是刚把时间改正，或者电脑睡眠了很久，不用管；不是的话，请把电脑的日期和时间调准。已经填的内容不受影响。`,
  'journal-tail-dropped': ({ savedAs }) =>
    `保存记录的最后一行不完整，多半是上次突然断电或关机时正在写的那一步，已经原样收在“${savedAs}”。请看一下最后填的那一格，缺了就再填一次。`,
  'journal-damaged': ({ kept, lost, savedAs }) =>
    `保存记录有一处坏了，可能是硬盘的问题。${lostText(lost)}读得出来的${kept}步都留下了，坏的部分原样收在“${savedAs}”，没有删。请核对最近填的数字，并请管电脑的同事检查硬盘。`,
  'journal-short': ({ found, known }) =>
    `保存记录现在有${found}步，而这里以前至少有${known}步：可能换成了较早的副本，也可能有文件被删掉或者清空。请核对最近填的数字；手上有更新的副本，请先不要往下填，把它放回数据文件夹再打开程序。`,
  'journal-other': () =>
    '数据文件夹里的保存记录（journal 文件夹）换成了另一份，不是上次在这里用的那一份。如果不是您有意换的，请先不要往下填，把原来的放回来再打开程序。',
  'store-differs': ({ store, journal, brought, savedAs }) =>
    `这台电脑上有两份数据对不上：${numbersText(store, journal)}${brought === null ? '' : broughtText(brought)}原来的工作数据已经原样收在“${savedAs}”，没有删。${brought === null ? '现在显示的是保存记录里的；请核对最近填的数字，缺了的请先不要补填，把这一条告诉管电脑的同事。' : '请核对最近填的数字。如果是有意换回较早的副本：刚打开、还没有改动的时候，可以按“撤销”回到补之前的样子。'}`,
  'store-unreadable': ({ savedAs }) =>
    `这台电脑上的工作数据打不开，可能坏了：已经原样收在“${savedAs}”，没有删，现在的是按保存记录重新建的。请核对最近填的数字。`,
}

function numbersText(store: number | null, journal: number): string {
  const own = '保存记录（journal 文件夹）'
  if (store === null) return `工作数据看不出记到第几步，${own}记到第${journal}步。`
  if (store === journal) return `工作数据和${own}都记到第${journal}步，可是内容不一样。`
  return `工作数据记到第${store}步，${own}记到第${journal}步。`
}

function broughtText({ places, conflicts }: { readonly places: number; readonly conflicts: number }): string {
  if (conflicts === 0) return `保存记录里缺的${places}处，已经从工作数据补回来了。`
  return `保存记录里缺的${places}处，已经从工作数据补回来了；其中${conflicts}处两份填得不一样，两个都留着。`
}

function lostText(lost: number | null): string {
  if (lost === null) return '坏掉的有几步，看不出来。'
  return lost === 0 ? '没有发现缺了哪一步。' : `至少有${lost}步读不出来。`
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
    case 'store-unreadable':
      return messages[notice.code](notice)
  }
}
