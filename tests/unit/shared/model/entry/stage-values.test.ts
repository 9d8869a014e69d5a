import { describe, expect, it } from 'vitest'
import { MOST_IN_DOCUMENT_NUMBER } from '../../../../../shared/catalogue/registers/register-definition.ts'
import {
  readStage,
  type StageDefinition,
  stageFlaws,
  stageValues,
  startStage,
} from '../../../../../shared/model/entry/stage-values.ts'
import { requestsRegister } from '../../../../fixtures/catalogue.ts'

function definitionOf(kind: string): StageDefinition {
  const found = requestsRegister.stages?.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(kind)
  return found
}

describe('readStage()', () => {
  it('reads every kind of stage back as it was written', () => {
    const stages = [
      { kind: 'rectification', date: '2020-03-02', period: 15, answered: null },
      { kind: 'rectification', date: '2020-03-02', period: 15, answered: '2020-03-09' },
      { kind: 'extension', date: '2020-03-02', workingDays: 20 },
      { kind: 'consultation', date: '2020-03-02', whom: 'thirdParty', received: '2020-03-02', answered: null },
      { kind: 'fee', date: '2020-03-02', amount: '12.50', received: '2020-03-02', paid: null },
      { kind: 'decision', date: '2020-03-02', outcome: 'granted', documentNumber: '' },
      { kind: 'decision', date: '2020-03-02', outcome: 'other.other', documentNumber: '', correction: 'corrected' },
      { kind: 'reasons', date: '2020-03-02', answered: null },
      { kind: 'delay', date: '2020-03-02', until: '2020-06-02' },
      { kind: 'delivery', date: '2020-03-02', way: 'mail' },
      { kind: 'withdrawal', date: '2020-03-02' },
    ] as const
    for (const stage of stages) expect(readStage(definitionOf(stage.kind), stageValues(stage))).toEqual(stage)
  })

  it('begins with today and the usual extension', () => {
    const extension = definitionOf('extension')
    expect(readStage(extension, startStage(extension, '2020-03-02'))).toEqual({
      kind: 'extension',
      date: '2020-03-02',
      workingDays: 20,
    })
  })
})

describe('the register’s hints', () => {
  it('say at the way of delivery that an official letter goes by the postal enterprise (邮政法 art. 55)', () => {
    const way = definitionOf('delivery').fields.find(({ key }) => key === 'way')
    expect(way?.hint).toMatch(/邮政企业.+不能交快递企业（《邮政法》第五十五条）/)
  })
})

describe('stageFlaws()', () => {
  const flaws = (kind: string, values: Record<string, string>) => [...stageFlaws(definitionOf(kind), values)]

  it('names what is missing or cannot be read', () => {
    expect(flaws('rectification', { date: '2020-03-02' })).toEqual([['period', 'missing']])
    expect(flaws('rectification', { date: '3月', period: '15' })).toEqual([['date', 'unreadable']])
    expect(flaws('rectification', { date: '2020-03-02', period: '十五' })).toEqual([['period', 'unreadable']])
    expect(flaws('fee', { date: '2020-03-02', amount: '1.234' })).toEqual([['amount', 'decimals']])
    expect(flaws('decision', { date: '2020-03-02', outcome: 'x' })).toEqual([['outcome', 'unknown-choice']])
  })

  it('names an extension that is longer than the law allows', () => {
    expect(flaws('extension', { date: '2020-03-02', workingDays: '30' })).toEqual([['workingDays', 'out-of-range']])
    expect(flaws('extension', { date: '2020-03-02', workingDays: '2.5' })).toEqual([['workingDays', 'fraction']])
    expect(flaws('extension', { date: '2020-02-30', workingDays: '20' })).toEqual([['date', 'no-such-day']])
    expect(flaws('fee', { date: '2020-03-02', amount: '-3' })).toEqual([['amount', 'negative']])
  })

  it('marks an answer before its question and takes the stage all the same', () => {
    const values = { date: '2020-03-02', period: '15', answered: '2020-03-01' }
    expect(flaws('rectification', values)).toEqual([['answered', 'too-early']])
    expect(readStage(definitionOf('rectification'), values)).toMatchObject({ answered: '2020-03-01' })
  })
})

describe('the limit of a document number', () => {
  it('is the same where it is typed and where it is read', () => {
    const field = definitionOf('decision').fields.find(({ key }) => key === 'documentNumber')
    expect(field?.most).toBe(MOST_IN_DOCUMENT_NUMBER)
  })
})
