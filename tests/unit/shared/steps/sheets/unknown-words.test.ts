import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rememberedWords, rememberWords } from '../../../../../renderer/features/sheets/remembered-words.ts'
import { type AskedWords, allAnswered, answerWord } from '../../../../../renderer/features/sheets/sheet-state.ts'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { plainTable } from '../../../../../shared/steps/sheets/cell.ts'
import { unknownWords, type WordAnswers } from '../../../../../shared/steps/sheets/cells/unknown-words.ts'
import { checkRows } from '../../../../../shared/steps/sheets/rows/check-rows.ts'
import { answeredWordsText } from '../../../../../shared/wording/answered-words.ts'
import { registers } from '../../../../fixtures/catalogue.ts'

const requests = knownRegister(registers, 'requests')
const documents = knownRegister(registers, 'documents')

async function read(register: typeof requests, columns: string[], rows: string[][], words?: WordAnswers) {
  const told = {
    columns,
    headings: [],
    given: [],
    unitAt: null,
    units: [],
    constants: {},
    ...(words === undefined ? {} : { words }),
  }
  const plan = { parts: [{ sheet: 0, firstRow: 0, year: null }], ...told }
  const table = { ...plainTable, name: '', rows }
  const setting = { today: '2026-01-20', anchor: '2025-12-31', linked: () => null }
  const checked = await checkRows(register, [table], plan, setting)
  if (!checked.ok) throw new Error(checked.problem.code)
  return checked.value.rows
}

const columns = ['arrived', 'way', 'applicant', 'decision.date', 'decision.outcome']
const rows = [
  ['2025-3-1', '网络', '个人', '2025-3-9', '已答复'],
  ['2025-3-2', '网络', '个人', '2025-3-9', '已答复'],
  ['2025-3-3', '托梦', '个人', '', '办理中'],
  ['2025-3-4', '网络', '个人', '2025-3-9', '予以公开'],
  ['2025-3-5', '网络', '个人', '', '撤回'],
]

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  })
  return () => vi.unstubAllGlobals()
})

describe('H14: a word that is none of the choices', () => {
  it('is found once, with its column and the number of its rows; what a register knows is none', async () => {
    expect(unknownWords(requests, await read(requests, columns, rows))).toEqual([
      { column: 'decision.outcome', word: '已答复', rows: 2 },
      { column: 'decision.outcome', word: '办理中', rows: 1 },
      { column: 'way', word: '托梦', rows: 1 },
    ])
  })

  it('is read as it was answered: a choice, or nothing, which is no stage; what nobody answered stays marked', async () => {
    const words = new Map([
      [
        'decision.outcome',
        new Map([
          ['已答复', 'granted'],
          ['办理中', ''],
        ]),
      ],
    ])
    const answered = await read(requests, columns, rows, words)
    expect(answered.map(({ stages, leftover }) => [stages.map(({ kind }) => kind), leftover])).toEqual([
      [['decision'], []],
      [['decision'], []],
      [[], []],
      [['decision'], []],
      [[], ['办理结果 撤回']],
    ])
    expect(unknownWords(requests, answered)).toEqual([{ column: 'way', word: '托梦', rows: 1 }])
  })

  it('is one of several in a cell', async () => {
    const of = ['title', 'kind', 'made', 'channels']
    const list = [['防汛通知', '其他', '2025-3-1', '网站、大喇叭']]
    const found = unknownWords(documents, await read(documents, of, list))
    expect(found).toEqual([{ column: 'channels', word: '大喇叭', rows: 1 }])
    const [row] = await read(documents, of, list, new Map([['channels', new Map([['大喇叭', 'broadcast']])]]))
    expect(row?.fields.channels).toEqual(['website', 'broadcast'])
    expect(row?.flaws).toEqual([])
  })

  it('is said with what it was taken for, also where that was said before', () => {
    const words = ['已答复', '办理中', '不清楚'].map((word, i) => ({ column: 'decision.outcome', word, rows: 3 - i }))
    const answers = new Map([
      [
        'decision.outcome',
        new Map([
          ['已答复', 'granted'],
          ['办理中', ''],
        ]),
      ],
    ])
    expect(answeredWordsText(requests, words, answers)).toBe(
      '写法“已答复”算作（一）予以公开（3行）、“办理中”留空（2行）。',
    )
    expect(answeredWordsText(requests, words, new Map())).toBe('')
  })

  it('is not asked again by this unit, and asked by another; what nobody was sure of is asked', () => {
    const words = [
      { column: 'decision.outcome', word: '已答复', rows: 2 },
      { column: 'decision.outcome', word: '__proto__', rows: 1 },
    ] as const
    const none: AskedWords = { words, answers: new Map() }
    const asked = answerWord(answerWord(none, words[0], 'granted'), words[1], '')
    expect([allAnswered(none), allAnswered(asked)]).toEqual([false, true])
    rememberWords('t1', requests, asked)
    expect(rememberedWords('t1', requests, words)).toEqual(asked.answers)
    expect(rememberedWords('t2', requests, words).size).toBe(0)
    expect([...kept.values()].join()).not.toContain('已答复')
    rememberWords('t1', requests, answerWord(asked, words[0], null))
    expect(rememberedWords('t1', requests, words).get('decision.outcome')?.has('已答复')).toBe(false)
  })
})
