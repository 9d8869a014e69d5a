import type { RequestStage } from '../../model/entry/request.ts'
import { assertNever } from '../../values/result.ts'
import { clockEvents, type StagesByDay } from './clock-events.ts'
import { type ClockSetting, type Progress, startProgress } from './clock-progress.ts'
import { askFee, askRectification, restart } from './clock-restart.ts'
import { askReasons, conclude, consult, delay, extend } from './clock-stage.ts'

/** Follows the clock from the day of receipt through what happened, day by day. */
export function followStages(setting: ClockSetting, days: StagesByDay): Progress {
  const progress = startProgress(setting)
  for (const event of clockEvents(days)) {
    if (event.what === 'answer') {
      restart(progress, event.stage, event.answered)
      continue
    }
    follow(progress, event.stage)
    progress.seen.add(event.stage.kind)
  }
  return progress
}

function follow(progress: Progress, stage: RequestStage): void {
  switch (stage.kind) {
    case 'rectification':
      askRectification(progress, stage)
      break
    case 'extension':
      extend(progress, stage)
      break
    case 'consultation':
      consult(progress, stage)
      break
    case 'fee':
      askFee(progress, stage)
      break
    case 'reasons':
      askReasons(progress, stage)
      break
    case 'delay':
      delay(progress, stage)
      break
    case 'decision':
    case 'withdrawal':
      conclude(progress, stage)
      break
    case 'delivery':
      break
    default:
      assertNever(stage)
  }
}
