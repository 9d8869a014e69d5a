import { describe, expect, it } from 'vitest'
import {
  defineRegister,
  type RegisterDefinition,
} from '../../../../../shared/catalogue/registers/register-definition.ts'
import { registerById, registers } from '../../../../../shared/catalogue/registers/registers.ts'
import { entryFlaws, newEntryId } from '../../../../../shared/model/entry/entry-flaws.ts'
import { requestStage } from '../../../../../shared/model/entry/request.ts'
import { entryOf, registerOf } from '../../../../fixtures/register-entries.ts'

describe('registers', () => {
  it('are data: they come back from JSON as they are', () => {
    for (const register of registers) {
      expect(defineRegister(JSON.parse(JSON.stringify(register)))).toEqual(register)
    }
    expect(registerById('nothing')).toBeNull()
  })

  it('point with every link at a register that is there', () => {
    const links = registers.flatMap(({ fields }) => fields.flatMap(({ to }) => (to === undefined ? [] : [to])))
    expect(links).toEqual(['requests'])
    expect(links.every((to) => registerById(to) !== null)).toBe(true)
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

  it('label applicants and outcomes as the form prints them', () => {
    const applicants = registerOf('requests').fields.find(({ key }) => key === 'applicant')?.choices
    expect(applicants?.map(({ label }) => label)).toEqual([
      '自然人',
      '法人或其他组织 商业企业',
      '法人或其他组织 科研机构',
      '法人或其他组织 社会公益组织',
      '法人或其他组织 法律服务机构',
      '法人或其他组织 其他',
    ])
    const decision = registerOf('requests').stages?.find(({ kind }) => kind === 'decision')
    expect(decision?.fields[0]?.choices?.[2]?.label).toBe('（三）不予公开 1.属于国家秘密')
  })
})

describe('defineRegister()', () => {
  const small = (field: Partial<RegisterDefinition['fields'][number]>): RegisterDefinition => ({
    id: 'small',
    label: '小',
    unit: '件',
    place: 'more',
    fields: [{ key: 'one', label: '一', kind: 'text', group: 'main', ...field }],
  })

  it('throws where a register contradicts itself', () => {
    expect(() => defineRegister(small({}))).not.toThrow()
    expect(() => defineRegister(small({ group: 'bin' }))).toThrow('bin')
    expect(() => defineRegister(small({ group: 'personal' }))).toThrow('personal')
    expect(() => defineRegister(small({ personal: true }))).toThrow('personal')
    expect(() => defineRegister(small({ kind: 'longText' }))).toThrow('free text')
    expect(() => defineRegister(small({ kind: 'choice' }))).toThrow('choices')
    expect(() => defineRegister(small({ kind: 'link' }))).toThrow('link')
    expect(() => defineRegister(small({ kind: 'figure' }))).toThrow('figure')
    expect(() => defineRegister(small({ needs: 'two' }))).toThrow('two')
    expect(() => defineRegister({ ...small({}), identity: ['two'] })).toThrow('two')
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
      arrived: 'unreadable',
      way: 'unknown-choice',
      applicant: 'missing',
    })
    expect(flawsOf('documents', { title: '办法', kind: 'rule', made: '2024-05-06', channels: 'website' })).toEqual({
      channels: 'unreadable',
    })
  })

  it('reads a figure by its subject', () => {
    const figure = (subject: string, period: string, value: string) => flawsOf('figures', { subject, period, value })
    expect(figure('trainings', '2024-13', '1.5')).toEqual({ period: 'unreadable', value: 'decimals' })
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
