import { chineseMinute } from '../calendar/chinese-date.ts'
import type { StartNotice } from '../desktop.ts'

type Messages = { readonly [C in StartNotice['code']]: (notice: Extract<StartNotice, { code: C }>) => string }

const messages: Messages = {
  'clock-behind': ({ lastSaved }) =>
    `这台电脑的时间可能不对：上次保存是${chineseMinute(lastSaved)}，现在的时间比它还早。请把电脑的日期和时间调准；已经填的数字不受影响。`,
  'journal-tail-dropped': () =>
    '上次可能突然断电或关机了：当时正在写的最后一步没有写完，已经另外收好。之前显示“已保存”的都在，请看一下最后填的那一格。',
  'journal-damaged': ({ keptFrames, savedAs }) =>
    `保存记录有一处坏了，可能是硬盘的问题。读得出来的${keptFrames}步都留下了，坏的部分原样收在“${savedAs}”，没有删。请核对最近填的数字，并请管电脑的同事检查硬盘。`,
}

/** What a person should hear at start: it stays on screen until it is put away. */
export function startNoticeMessage(notice: StartNotice): string {
  switch (notice.code) {
    case 'clock-behind':
      return messages[notice.code](notice)
    case 'journal-tail-dropped':
      return messages[notice.code](notice)
    case 'journal-damaged':
      return messages[notice.code](notice)
  }
}
