import type { Choice } from '../../../shared/catalogue/registers/register-definition.ts'
import { requestsRegister } from '../../../shared/catalogue/registers/registers.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { stagesByDay } from '../../../shared/steps/clock/clock-events.ts'
import { chargedFee } from '../../../shared/steps/derive/request-facts.ts'
import type { ListColumn } from './shown-columns.ts'

const stagesOf = ({ stages }: Entry) => ({ stages: stages.map(({ stage }) => stage) })
const endOf = (entry: Entry) => stagesByDay(stagesOf(entry)).ending

const outcomes: Choice[] = [
  ...(requestsRegister.stages?.find(({ kind }) => kind === 'decision')?.fields.find(({ key }) => key === 'outcome')
    ?.choices ?? []),
  { value: 'withdrawal', label: '申请人撤回' },
]

/** What the stages of a request say, as columns beside its fields. */
export const requestColumns: readonly ListColumn[] = [
  {
    key: 'outcome',
    label: '办理结果',
    kind: 'choice',
    choices: outcomes,
    place: 'chosen',
    value: (entry) => {
      const end = endOf(entry)
      return end?.kind === 'decision' ? end.outcome : end?.kind
    },
  },
  { key: 'ended', label: '办结日期', kind: 'date', place: 'chosen', value: (entry) => endOf(entry)?.date },
  {
    key: 'fee',
    label: '信息处理费（元）',
    kind: 'money',
    place: 'chosen',
    value: (entry) => chargedFee(stagesOf(entry).stages)?.amount,
  },
]
