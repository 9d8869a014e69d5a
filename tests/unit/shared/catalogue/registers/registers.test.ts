import { describe, expect, it } from 'vitest'
import { builtInData } from '../../../../../shared/catalogue/built-in.ts'
import { registerById } from '../../../../../shared/catalogue/catalogue.ts'
import { checkRegister } from '../../../../../shared/catalogue/registers/check-register.ts'
import {
  type RegisterDefinition,
  registerDefinition,
} from '../../../../../shared/catalogue/registers/register-definition.ts'
import { entryFlaws, newEntryId } from '../../../../../shared/model/entry/entry-flaws.ts'
import { receiptWays, requestStage } from '../../../../../shared/model/entry/request.ts'
import { catalogue } from '../../../../fixtures/catalogue.ts'
import { entryOf, factsOf, registerOf, simpleRequest } from '../../../../fixtures/register-entries.ts'

const { registers } = catalogue

describe('registers', () => {
  it('are data: they come back from JSON as they are', () => {
    for (const register of builtInData.registers) {
      expect(registerDefinition.parse(JSON.parse(JSON.stringify(register)))).toEqual(register)
    }
    expect(registerById(registers, 'nothing')).toBeNull()
  })

  it('point with every link at a register that is there', () => {
    const links = registers.flatMap(({ fields }) => fields.flatMap(({ to }) => (to === undefined ? [] : [to])))
    expect(links).toEqual(['requests'])
    expect(links.every((to) => registerById(registers, to) !== null)).toBe(true)
  })

  it('show a township two of them', () => {
    expect(registers.filter(({ place }) => place === 'first').map(({ id }) => id)).toEqual(['requests', 'figures'])
  })

  it('describe the stages of a request with the fields that a stage has', () => {
    const described = registerOf('requests').stages ?? []
    expect(described.map(({ kind }) => kind)).toEqual(requestStage.options.map(({ shape }) => shape.kind.value))
    for (const { shape } of requestStage.options) {
      const fields = described.find(({ kind }) => kind === shape.kind.value)?.fields.map(({ key }) => key)
      expect(fields).toEqual(Object.keys(shape).filter((key) => key !== 'kind' && key !== 'date'))
    }
  })

  it('offer the ways of receipt that a request knows', () => {
    const way = registerOf('requests').fields.find(({ key }) => key === 'way')
    expect(way?.choices?.map(({ value }) => value)).toEqual([...receiptWays])
  })

  it('say to the report what a request says', () => {
    const [facts] = factsOf([simpleRequest('2020-01-02', null)]).get('requests') ?? []
    expect(Object.keys(registerOf('requests').facts ?? {}).sort()).toEqual(Object.keys(facts ?? {}).sort())
  })

  it('label applicants and outcomes as the form prints them', () => {
    const applicants = registerOf('requests').fields.find(({ key }) => key === 'applicant')?.choices
    expect(applicants?.map(({ label }) => label)).toEqual([
      '自然人',
      '法人或其他组织：商业企业',
      '法人或其他组织：科研机构',
      '法人或其他组织：社会公益组织',
      '法人或其他组织：法律服务机构',
      '法人或其他组织：其他',
    ])
    const decision = registerOf('requests').stages?.find(({ kind }) => kind === 'decision')
    expect(decision?.fields[0]?.choices?.[2]?.label).toBe('（三）不予公开：1.属于国家秘密')
  })
})

describe('checkRegister()', () => {
  const told = (
    field: Partial<RegisterDefinition['fields'][number]>,
    more: Partial<RegisterDefinition> = {},
  ): string => {
    const problems: string[] = []
    const small: RegisterDefinition = {
      id: 'small',
      label: '小',
      unit: '件',
      place: 'more',
      fields: [{ key: 'one', label: '一', kind: 'text', group: 'main', ...field }],
      ...more,
    }
    checkRegister(small, (code, detail) => problems.push(`${code} ${detail}`))
    return problems.join()
  }

  it('tells where a register contradicts itself', () => {
    expect(told({})).toBe('')
    expect(told({ group: 'bin' })).toBe('bad-register one: no fields go into group bin')
    expect(told({ group: 'personal' })).toContain('personal')
    expect(told({ personal: true })).toContain('personal')
    expect(told({ kind: 'longText' })).toContain('free text')
    expect(told({ kind: 'choice' })).toContain('choices')
    expect(told({ kind: 'link' })).toContain('link')
    expect(told({ kind: 'figure' })).toContain('figure')
    expect(told({ needs: 'two' })).toContain('two')
    expect(told({}, { identity: ['two'] })).toContain('two')
    const stage = { kind: 'end', label: '完', dateLabel: '日期' }
    const outcome = { key: 'outcome', label: '结果', kind: 'choice' as const }
    expect(told({}, { stages: [{ ...stage, fields: [outcome] }] })).toBe('bad-register end.outcome: choices?')
  })
})

describe('entryFlaws()', () => {
  const flawsOf = (register: string, fields: Parameters<typeof entryOf>[1]) =>
    Object.fromEntries(entryFlaws(registerOf(register), entryOf(register, fields)))

  it('finds nothing wrong with a sound entry', () => {
    expect(flawsOf('requests', { arrived: '2024-05-06', way: 'inPerson', applicant: 'person' })).toEqual({})
    expect(flawsOf('figures', { subject: 'fee.itemsChange', period: '2024', value: '-3' })).toEqual({})
    expect(
      flawsOf('documents', { title: '办法', kind: 'rule', made: '2024-05-06', channels: ['website', 'app'] }),
    ).toEqual({})
  })

  it('marks each field that is missing or cannot be read', () => {
    expect(flawsOf('requests', { arrived: '2024-02-30', way: 'pigeon' })).toEqual({
      arrived: 'no-such-day',
      way: 'unknown-choice',
      applicant: 'missing',
    })
    expect(flawsOf('documents', { title: '办法', kind: 'rule', made: '2024-05-06', channels: 'website' })).toEqual({
      channels: 'unreadable',
    })
  })

  it('reads a figure by its subject', () => {
    const figure = (subject: string, period: string, value: string) => flawsOf('figures', { subject, period, value })
    expect(figure('trainings', '2024-13', '1.5')).toEqual({ period: 'unreadable', value: 'fraction' })
    expect(figure('trainings', '2024-12', '-1')).toEqual({ value: 'negative' })
    expect(figure('fee.amount', '2024-12', '190.457379')).toEqual({})
    expect(figure('fee.amount', '2024-12', '0.0000001')).toEqual({ value: 'decimals' })
    expect(figure('standardFields', '2024-12', '26')).toEqual({ period: 'year-only' })
    expect(figure('standardFields', '2024', '二十六')).toEqual({ value: 'unreadable' })
  })

  it('marks a date before the one it follows, and a field whose partner is empty', () => {
    const document = { title: '办法', kind: 'rule', made: '2024-05-06' }
    expect(flawsOf('documents', { ...document, repealed: '2024-05-05' })).toEqual({ repealed: 'too-early' })
    expect(flawsOf('documents', { ...document, how: 'lapsed' })).toEqual({ how: 'alone' })
    expect(flawsOf('disputes', { kind: 'review', filed: '2024-01-02', concluded: '2024-02-02' })).toEqual({
      concluded: 'alone',
    })
  })
})

describe('newEntryId()', () => {
  it('makes the same figure of the same month one entry', () => {
    const fields = { subject: 'trainings', period: '2024-03', value: '2' }
    expect(newEntryId(registerOf('figures'), fields, 'random')).toBe('2024-03/trainings')
    expect(newEntryId(registerOf('figures'), { ...fields, period: '三月|' }, 'random')).toBe('random')
    expect(newEntryId(registerOf('disputes'), { kind: 'review' }, 'random')).toBe('random')
  })
})
