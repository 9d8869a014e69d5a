import { fieldNamed } from '../../../shared/catalogue/registers/facts-of-register.ts'
import type { Choice, RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { stagesByDay } from '../../../shared/steps/clock/clock-events.ts'
import { chargedFee, WITHDRAWAL } from '../../../shared/steps/derive/request-facts.ts'
import type { ListColumn } from './shown-columns.ts'

const stagesOf = ({ stages }: Entry) => ({ stages: stages.map(({ stage }) => stage) })
const endOf = (entry: Entry) => stagesByDay(stagesOf(entry)).ending

/** What a request can end with: what was decided in any year, or that it was withdrawn. */
function outcomesOf(register: RegisterDefinition): Choice[] {
  const decided = fieldNamed(register, 'decision.outcome')?.choices ?? []
  return [...decided, { value: WITHDRAWAL, label: '申请人撤回' }]
}

/** What the stages of a request say, as columns beside its fields. */
export const requestColumns = (register: RegisterDefinition): readonly ListColumn[] => [
  {
    key: 'outcome',
    label: '办理结果',
    kind: 'choice',
    choices: outcomesOf(register),
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
