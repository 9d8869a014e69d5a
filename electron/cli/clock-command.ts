import { legalDate } from '../../shared/calendar/legal-date.ts'
import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { requestReceipt, requestStage } from '../../shared/model/entry/request.ts'
import { statutoryClock } from '../../shared/steps/clock/statutory-clock.ts'
import { z } from '../../shared/values/parse.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { clockProblemText } from '../../shared/wording/clock-problem.ts'
import { clockStepText } from '../../shared/wording/clock-step.ts'
import type { CliProblem } from './cli-problem.ts'
import type { Outcome } from './outcome.ts'
import { readInput } from './read-report-file.ts'

const clockInput = z.strictObject({
  receipt: requestReceipt.extend({ confirmed: legalDate.nullable().default(null) }),
  stages: z.array(requestStage).max(200).default([]),
  today: legalDate,
})

/** The statutory clock of a request in a JSON file, with national days off; stores nothing. */
export async function runClock({ days }: Catalogue, file: string): Promise<Result<Outcome, CliProblem>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const input = readClockInput(bytes.value)
  if (!input.ok)
    return fail({ english: `${file}: ${input.problem}`, chinese: `${file}：不是能计算期限的内容，请核对各字段。` })
  const { receipt, stages, today } = input.value
  const clock = statutoryClock({ receipt, stages }, days.notices, today)
  const { lastDay, punctuality, provisional, steps, problems, waits, sendBy, state, received } = clock
  const due = [
    ...waits.flatMap(({ waitingFor, due: day, earliest }) =>
      day === null ? [] : [{ what: waitingFor, day, ...(earliest === true ? { earliest } : {}) }],
    ),
    ...(sendBy === null ? [] : [{ what: 'delivery', day: sendBy }]),
  ]
  const said = {
    state,
    received,
    lastDay,
    due,
    problems: problems.map(({ code }) => code),
    punctuality,
    provisional,
    steps: steps.map((step) => ({ ...step, text: clockStepText(step) })),
  }
  return ok({ lines: [JSON.stringify(said, null, 2)], notes: problems.map(clockProblemText), exit: 0 })
}

function readClockInput(bytes: Uint8Array): Result<z.infer<typeof clockInput>, string> {
  try {
    const parsed = clockInput.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? ok(parsed.data) : fail(z.prettifyError(parsed.error))
  } catch (error) {
    return fail(String(error))
  }
}
