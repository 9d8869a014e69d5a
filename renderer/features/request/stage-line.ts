import { fieldInYear } from '../../../shared/catalogue/registers/choices-in.ts'
import type { RequestStage } from '../../../shared/model/entry/request.ts'
import { type StageDefinition, stageFields, stageValues } from '../../../shared/model/entry/stage-values.ts'
import { stageNames } from '../../../shared/wording/clock-words.ts'
import { shownValue } from '../../kit/entry-text/list-columns.ts'

/** A stage in one line of the timeline: what it was, and what was written down with it. */
export function stageLine(definition: StageDefinition | undefined, stage: RequestStage): string {
  if (definition === undefined) return stageNames[stage.kind]
  const values = stageValues(stage)
  const said = stageFields(definition).flatMap((field) => {
    const text = shownValue(fieldInYear(field, values), values[field.key])
    if (field.key === 'date' || text === '') return []
    if (field.kind === 'choice') return [text]
    // What stages count is days of work.
    return [field.kind === 'count' ? `${field.label}${text}个工作日` : `${field.label}：${text}`]
  })
  return [definition.label, ...said].join('，')
}

/** What a stage still waits for, to be filled in later: the day of the answer or of the payment. */
export function openAnswer(stage: RequestStage): 'answered' | 'paid' | null {
  if ('answered' in stage && stage.answered === null) return 'answered'
  return stage.kind === 'fee' && stage.paid === null ? 'paid' : null
}
