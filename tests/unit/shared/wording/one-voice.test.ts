import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { registers } from '../../../fixtures/catalogue.ts'
import { sourceTexts } from '../../../fixtures/screen-words.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** All that a clerk reads; the command line speaks to a technician and names files between spaces. */
const texts = sourceTexts(root, ['renderer', 'shared', 'electron', 'build/host']).filter(
  ({ file }) => !file.startsWith('electron/cli'),
)

/** The same, and what registers call their fields; other offices' words for them (`also`) are theirs. */
const said = [
  ...sourceTexts(root, ['renderer', 'shared/wording', 'shared/steps/documents', 'electron']),
  ...registers.flatMap(({ id, label, about = '', fields, stages = [] }) =>
    [...fields, ...stages.flatMap((stage) => stage.fields)].flatMap((field) =>
      [label, about, field.label, field.hint ?? '', ...(field.choices ?? []).map((choice) => choice.label)].map(
        (text) => ({ file: id, text }),
      ),
    ),
  ),
]

/** One word for one thing: what is not said any more, and what is said instead. */
const retired: readonly { readonly was: RegExp; readonly now: string }[] = [
  { was: /收下(?!级)|收进来|收不了|收过/, now: '接收' },
  { was: /报出|报来|交给上级/, now: '报送' },
  { was: /放假安排|放假通知|补班|法定节日/, now: '节假日安排、调休上班、法定节假日' },
  { was: /超期|过期(?!限)|期限停着/, now: '逾期；不计入期限' },
  { was: /密钥文件|密钥编号|钥匙(?!环)/, now: '解锁文件' },
  { was: /管电脑的|技术人员|(?<!电脑)维护人员/, now: '电脑维护人员' },
  { was: /画面|工作数据|保存记录/, now: '界面、数据' },
  { was: /去年|上一年度?的/, now: '上年' },
  { was: /取回|放进回收站|不删/, now: '还原、移到回收站、取消' },
  { was: /U 盘|兆/, now: 'U盘、MB' },
  { was: /文本表格|逗号分隔/, now: 'CSV表格' },
  { was: /(?<!另)存为|存成(?!功)/, now: '另存为、保存到' },
  { was: /怎么来的|数字来源/, now: '数据来源、数据出处' },
  { was: /表下|数字的备注/, now: '表注、备注' },
  { was: /本级/, now: '本单位、本机关' },
  { was: /接过来|期初/, now: '结转、年初存量' },
  { was: /要什么|(?<!对方|书|通知|填写)收到日期/, now: '申请内容、来件日期' },
  { was: /看不懂|读不成|看不到/, now: '格式不对、不是数字、不能显示' },
  { was: /没有填(?!数字|入)|没填|还空着/, now: '未填' },
  { was: /打电话|认人|靠它|它们/, now: '电话、识别、该单位' },
  { was: /退出练习|下载模板|今天做了什么|记上/, now: '退出示例、保存导入模板、登记办理环节、保存' },
]

/** A space between Chinese and a figure, or a value that is put in. */
const SPACED = /\p{Script=Han} (?:\d|\$?\{)|(?:\d|\}) \p{Script=Han}|\} \$?\{/u

/** Fonts and styles name things with spaces of their own; a version of Windows is written as Windows is. */
const isFormat = (text: string): boolean => /font-family|SimSun/.test(text)

describe('what stands on the screen', () => {
  it('is found in every room', () => {
    expect(texts.length).toBeGreaterThan(1500)
  })

  it('has no space between Chinese and figures (GB/T 15834 knows none)', () => {
    const spaced = texts.filter(({ text }) => !isFormat(text) && SPACED.test(text))
    expect(spaced).toEqual([])
  })

  it.each(retired)('says $now, never $was', ({ was }) => {
    const found = said.filter(({ text }) => was.test(text))
    expect(found).toEqual([])
  })
})
