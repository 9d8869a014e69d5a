import { describe, expect, it } from 'vitest'
import type { RequestStage } from '../../../../../shared/model/entry/request.ts'
import type { DocumentNode } from '../../../../../shared/steps/documents/document.ts'
import { documentHtml } from '../../../../../shared/steps/documents/to-html.ts'
import { BLANK } from '../../../../../shared/steps/letters/fill-in.ts'
import { emptyDetails, type Letter, lettersOf } from '../../../../../shared/steps/letters/letter.ts'
import { makeLetter } from '../../../../../shared/steps/letters/make-letter.ts'
import { letterWords } from '../../../../../shared/wording/letter-words.ts'
import { catalogue, outcomes } from '../../../../fixtures/catalogue.ts'
import { documentText } from '../../../../fixtures/document-text.ts'
import { fullDetails, letterContext, oneOfEach } from '../../../../fixtures/letter-context.ts'

const textOf = (letter: Letter, stages: RequestStage[], details = fullDetails): string =>
  documentText(makeLetter(letter, letterContext(...stages), details, letterWords, catalogue).nodes)
const firstOf = (stage: RequestStage | null): Letter => {
  const [letter] = lettersOf(stage)
  if (letter === undefined) throw new Error('no letter')
  return letter
}
const stageText = (stage: RequestStage, before: RequestStage[] = [], details = fullDetails): string =>
  textOf(firstOf(stage), [...before, stage], details)

const boxesOf = (nodes: readonly DocumentNode[]): string[] =>
  nodes.flatMap((node) =>
    node.kind === 'form' ? node.lines.flatMap(({ boxes }) => boxes.map(({ text }) => text)) : [],
  )

describe('lettersOf()', () => {
  it('has letters for the request and every stage but a withdrawal', () => {
    expect(lettersOf(null).map(({ kind }) => kind)).toEqual(['receipt', 'slip'])
    expect(lettersOf(oneOfEach.decision).map(({ kind }) => kind)).toEqual(['decision', 'delivery'])
    for (const stage of Object.values(oneOfEach)) expect(lettersOf(stage)[0]?.kind).toBe(stage.kind)
    expect(lettersOf({ kind: 'withdrawal', date: '2026-10-24' })).toEqual([])
  })
})

describe('makeLetter()', () => {
  it('confirms the receipt with number, day and the last day of the term', () => {
    const text = textOf({ kind: 'receipt' }, [])
    expect(text).toContain('您当面提出的政府信息公开申请，本机关于2026年9月21日收到，登记编号为2026-007。')
    expect(text).toContain('第三十三条的规定，本机关自收到申请之日起20个工作日内答复，最迟于2026年10月26日答复。')
    expect(text).toContain('花园镇人民政府\n2026年11月23日')
  })

  it('tells the term as it was at the receipt, whatever came later', () => {
    expect(textOf({ kind: 'receipt' }, [oneOfEach.extension])).toContain('最迟于2026年10月26日')
  })

  it('asks for rectification by the last working day of the period', () => {
    const text = stageText(oneOfEach.rectification)
    // 24, 28, 29, 30 September, 8, 9, 10 (make-up), 12, 13, 14 October.
    expect(text).toContain(
      '第三十条的规定，请您补正以下事项：\n合同文本\n请最迟在2026年10月14日（自本告知书发出之日起10个工作日内）',
    )
    expect(text).toContain('花园镇人民政府\n2026年9月23日')
  })

  it('gives the extended last day', () => {
    const text = stageText(oneOfEach.extension)
    expect(text).toContain('因合同文本，本机关不能在原定期限内答复。')
    expect(text).toContain('答复期限延长20个工作日，最迟于2026年11月23日答复。')
  })

  it('has the opinion on a page of its own, to be torn off: to whom, from whom, and where it goes', () => {
    const { nodes } = makeLetter(
      firstOf(oneOfEach.thirdParty),
      letterContext(oneOfEach.thirdParty),
      fullDetails,
      letterWords,
      catalogue,
    )
    const at = nodes.findIndex((node) => node.kind === 'title' && node.newPage === true)
    const torn = documentText(nodes.slice(at))
    for (const said of ['意见回执', '致花园镇人民政府：', '提出人|湖北某公司', '2026-007', '填写后交回：政府路1号']) {
      expect(torn).toContain(said)
    }
    expect(documentHtml(nodes, { title: '' })).toContain('<h1 class="new-page">意见回执</h1>')
  })

  it('leaves more than a line to write on what is told in sentences', () => {
    const text = stageText(oneOfEach.rectification, [], emptyDetails)
    expect(text).toMatch(/_{90,}/)
  })

  it('asks a third party and another organ by their articles, without naming the applicant', () => {
    const third = stageText(oneOfEach.thirdParty)
    expect(third).toContain('湖北某公司：')
    expect(third).toContain('第三十二条的规定')
    expect(third).toContain('意见回执')
    const organ = stageText(oneOfEach.organ)
    expect(organ).toContain('第三十四条的规定')
    expect(organ).toContain('视为同意公开')
    for (const text of [third, organ]) expect(text).not.toMatch(/李小明|饮水工程|花园大道/)
  })

  it('computes the fee per item and per page', () => {
    const items = stageText(oneOfEach.fee)
    expect(items).toContain(
      '您于2026年9月向本机关提出政府信息公开申请，数量、频次明显超过合理范围（本通知计收当月第1件至第35件）',
    )
    expect(items).toContain(
      '第1件至第10件，不收费；第11件至第30件，每件100元，计2000元；第31件至第35件，每件200元，计1000元；合计3000元。',
    )
    expect(items).toContain('请自收到本通知次日起20个工作日内缴纳')
    const pages = stageText({ ...oneOfEach.fee, amount: '4700' }, [], { ...fullDetails, basis: 'pages', count: 250 })
    expect(pages).toContain('共250页')
    expect(pages).toContain('合计4700元。')
  })

  it.each(outcomes)('answers %s with its ground and the remedies', (outcome) => {
    const before = [oneOfEach.rectification, oneOfEach.fee]
    for (const [answer, { remedy, ask }] of catalogue.letters.answers[outcome]?.entries() ?? []) {
      const made = makeLetter(
        { kind: 'decision', stage: { ...oneOfEach.decision, outcome } },
        letterContext(...before, { ...oneOfEach.decision, outcome }),
        { ...fullDetails, answer },
        letterWords,
        catalogue,
      )
      const text = documentText(made.nodes)
      expect(made.missing).toEqual([])
      expect(text).not.toMatch(/undefined|null|[{}]|________/)
      if (outcome !== 'other.other' && outcome !== 'notProcessed.reissue' && outcome !== 'other.feeOverdue')
        expect(text).toMatch(/《中华人民共和国政府信息公开条例》第.+条/)
      expect(text).toContain('60日内向孝昌县人民政府申请行政复议')
      expect(text).toContain(remedy === 'either' ? '6个月内向孝昌县人民法院提起' : '应当先自收到本答复之日起60日内')
      expect(text).toContain('花园政公开〔2026〕3号')
      if (ask !== '') expect(text).toContain('合同文本')
    }
  })

  it('tells each refusal of art. 14 to 16 to go to review first, and 行政查询 either way (法释〔2025〕8号 art. 1)', () => {
    const refused = outcomes.filter((outcome) => outcome.startsWith('refused.'))
    for (const outcome of refused) {
      const remedy = outcome === 'refused.administrativeInquiry' ? 'either' : 'reviewFirst'
      expect(catalogue.letters.answers[outcome]?.map((answer) => answer.remedy)).toEqual([remedy])
    }
    expect(refused).toHaveLength(8)
  })

  it('is dated with the day that the clerk chose, else with its stage’s, or today; deadlines go by the stage', () => {
    expect(stageText(oneOfEach.rectification)).toContain('花园镇人民政府\n2026年9月23日')
    const chosen = stageText(oneOfEach.rectification, [], { ...fullDetails, date: '2026-09-25' })
    expect(chosen).toContain('花园镇人民政府\n2026年9月25日')
    expect(chosen).toContain('请最迟在2026年10月14日')
    expect(textOf({ kind: 'receipt' }, [], { ...fullDetails, date: '2026-09-22' })).toContain('\n2026年9月22日')
  })

  it('says when the rectified request came', () => {
    const rectified = { ...oneOfEach.rectification, answered: '2026-09-30' }
    expect(stageText(oneOfEach.decision, [rectified])).toContain(
      '2026年9月23日告知您补正，2026年9月30日收到补正后的申请',
    )
  })

  it('names the online way to review where it is delivered online (行政复议法 art. 22), and there alone', () => {
    const online = { ...oneOfEach.delivery, way: 'online' } as const
    expect(stageText(oneOfEach.decision, [online])).toContain('https://fy.example.gov.cn')
    expect(stageText(oneOfEach.decision, [oneOfEach.delivery])).not.toContain('https://')
  })

  it('tells a third party that was asked of a disclosure in the public interest (art. 32), and nobody else', () => {
    const kinds = (before: RequestStage[]) => lettersOf(oneOfEach.decision, before).map(({ kind }) => kind)
    expect(kinds([oneOfEach.thirdParty])).toEqual(['decision', 'publicInterest', 'delivery'])
    expect(kinds([oneOfEach.organ])).toEqual(['decision', 'delivery'])
  })

  it.each([
    ['corrected', '本机关已经更正以下记录：\n合同文本', '特此告知。'],
    ['transferred', '转送以下有权更正的行政机关处理：\n合同文本', '特此告知。'],
    ['directed', '请您向以下有权更正的行政机关提出：\n合同文本', '特此告知。'],
    ['unfounded', '本机关不予更正。\n理由如下：合同文本', '60日内向孝昌县人民政府申请行政复议'],
  ] as const)('tells an applicant whose data was to be corrected: %s (art. 41)', (correction, said, end) => {
    const decision = { ...oneOfEach.decision, correction }
    const letter = lettersOf(decision).find(({ kind }) => kind === 'correction')
    if (letter === undefined) throw new Error('no letter of correction')
    const text = textOf(letter, [decision])
    for (const part of ['政府信息更正处理告知书', '第四十一条', said, end]) expect(text).toContain(part)
    expect(lettersOf(oneOfEach.decision).map(({ kind }) => kind)).not.toContain('correction')
  })

  it('tells how, where and when to get what is granted (art. 36, item 2), beside giving it', () => {
    const details = { ...fullDetails, answer: 1 }
    expect(stageText(oneOfEach.decision, [], details)).toContain('现将获取该信息的方式、途径和时间告知如下：\n合同文本')
  })

  it.each([
    ['reasons', '第三十五条'],
    ['delay', '延迟到2026年12月10日前答复'],
  ] as const)('writes the letter of %s', (kind, said) => {
    expect(stageText(oneOfEach[kind])).toContain(said)
  })

  it('charges the 12th request of a month alone at the rate of its place', () => {
    const details = { ...fullDetails, count: 12, from: null }
    expect(stageText(oneOfEach.fee, [], details)).toContain('第12件，每件100元，计100元；合计100元。')
  })

  it('takes the other answer of an outcome where the clerk chose it', () => {
    const details = { ...fullDetails, answer: 2 }
    expect(stageText(oneOfEach.decision, [], details)).toContain('第三十六条第一项')
    expect(stageText(oneOfEach.decision)).toContain('第三十六条第二项')
  })

  it('names what is delivered, and leaves the way open where it goes out with the decision', () => {
    const delivered = textOf(firstOf(oneOfEach.delivery), [oneOfEach.decision, oneOfEach.delivery], emptyDetails)
    expect(delivered).toContain('政府信息公开申请答复书（花园政公开〔2026〕3号）')
    expect(delivered).toContain('邮寄送达')
    expect(delivered).toContain('花园大道12号')
    const [, ahead] = lettersOf(oneOfEach.decision)
    if (ahead === undefined) throw new Error('no delivery record')
    expect(makeLetter(ahead, letterContext(oneOfEach.decision), emptyDetails, letterWords, catalogue).missing).toEqual([
      'deliveryWay',
    ])
  })

  it('delivers online to the e-mail address', () => {
    expect(textOf(firstOf({ ...oneOfEach.delivery, way: 'online' }), [])).toContain('li@example.cn')
  })

  it('explains the deadline on the slip step by step, without the applicant', () => {
    const text = textOf({ kind: 'slip' }, [oneOfEach.extension])
    expect(text).toContain('补正告知截止日期|2026年10月8日')
    expect(text).toContain('答复截止日期|2026年11月23日')
    expect(text).toContain('（《条例》第三十三条）')
    expect(text).not.toContain('李小明')
  })

  it('speaks to an organisation as one', () => {
    const context = letterContext()
    const request = { ...context.request, receipt: { ...context.request.receipt, applicant: 'company' as const } }
    expect(
      documentText(makeLetter({ kind: 'receipt' }, { ...context, request }, fullDetails, letterWords, catalogue).nodes),
    ).toContain('贵单位当面')
  })

  it('leaves lines to write on for everything that is not there', () => {
    const empty = {
      ...letterContext(...Object.values(oneOfEach)),
      number: '',
      subject: '',
      personal: { name: '', phone: '', email: '', address: '' },
      unit: { name: '', contact: '', phone: '' },
    }
    for (const stage of [null, ...Object.values(oneOfEach)]) {
      for (const letter of lettersOf(stage)) {
        const { nodes, missing } = makeLetter(letter, empty, emptyDetails, letterWords, catalogue)
        const text = documentText(nodes)
        expect(text).not.toMatch(/undefined|null|[{}]/)
        expect(missing.length).toBeGreaterThan(0)
        if (letter.kind !== 'delivery') expect(text).toContain(BLANK)
        expect(boxesOf(nodes).join('')).not.toContain('_')
      }
    }
  })

  it('leaves the days open while the receipt is not confirmed', () => {
    const context = letterContext()
    const request = { ...context.request, receipt: { ...context.request.receipt, way: 'online' as const } }
    const made = makeLetter({ kind: 'receipt' }, { ...context, request }, fullDetails, letterWords, catalogue)
    expect(made.missing).toEqual(['received', 'lastDay'])
  })

  it('says which years it has counted without holidays', () => {
    const late = { ...oneOfEach.extension, date: '2026-10-20' }
    const consulted = { ...oneOfEach.thirdParty, answered: '2026-11-20' }
    const { provisional } = makeLetter(
      { kind: 'slip' },
      letterContext(consulted, late),
      fullDetails,
      letterWords,
      catalogue,
    )
    expect(provisional).toEqual([2027])
  })

  it('has no table whose class is one of text that may not break', () => {
    for (const stage of [null, ...Object.values(oneOfEach)]) {
      for (const letter of lettersOf(stage)) {
        const { nodes } = makeLetter(
          letter,
          letterContext(...(stage === null ? [] : [stage])),
          fullDetails,
          letterWords,
          catalogue,
        )
        const html = documentHtml(nodes, { title: '' })
        const unbroken = [...html.matchAll(/\n\.([\w-]+)\{[^}]*white-space:nowrap/g)].map(([, name]) => name)
        expect(unbroken).toContain('unbroken')
        const tables = [...html.matchAll(/<table class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))
        expect(tables.filter((name) => unbroken.includes(name))).toEqual([])
      }
    }
  })

  it('escapes what was typed', () => {
    const { nodes, title } = makeLetter(
      firstOf(oneOfEach.extension),
      letterContext(oneOfEach.extension),
      { ...fullDetails, matter: '<script>alert(1)</script>' },
      letterWords,
      catalogue,
    )
    expect(documentHtml(nodes, { title })).toContain('&lt;script&gt;')
    expect(documentHtml(nodes, { title })).not.toContain('<script')
  })
})
