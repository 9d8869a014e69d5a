import { ok, type Result } from '../../shared/values/result.ts'
import { runAggregate } from './aggregate-command.ts'
import { type Call, parseArguments, usage } from './arguments.ts'
import { runCheck } from './check-command.ts'
import { type CliProblem, problemText } from './cli-problem.ts'
import { runClock } from './clock-command.ts'
import { runExport } from './export-command.ts'
import { runInspect } from './inspect-command.ts'
import { openForCall } from './open-for-call.ts'
import type { Outcome } from './outcome.ts'
import { runSheet } from './sheet-command.ts'

export interface Finished {
  readonly stdout: string
  readonly stderr: string
  /** 0 done, 1 errors found, 2 unusable input or refused. */
  readonly exit: 0 | 1 | 2
}

/** Does what the command line asks for; nothing is printed yet. */
export async function run(args: readonly string[]): Promise<Finished> {
  const call = parseArguments(args)
  const outcome = call.ok ? await dispatch(call.value) : call
  if (!outcome.ok) return { stdout: '', stderr: problemText(outcome.problem), exit: 2 }
  const { lines, notes = [], exit } = outcome.value
  const text = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')
  return { stdout: text(lines), stderr: text(notes), exit }
}

async function dispatch({ command, form }: Call): Promise<Result<Outcome, CliProblem>> {
  if (command.name === 'help') return ok({ lines: [usage.trimEnd()], exit: 0 })
  const opened = await openForCall(form)
  if (!opened.ok) return opened
  const catalogue = opened.value
  switch (command.name) {
    case 'check':
      return runCheck(catalogue, command.report, command.last)
    case 'aggregate':
      return runAggregate(catalogue, command.reports, command.own, command.out, command.allowDuplicates)
    case 'export':
      return runExport(catalogue, command.report, command.out)
    case 'inspect':
      return runInspect(catalogue, command.file)
    case 'sheet':
      return runSheet(catalogue, command, Date.now())
    case 'clock':
      return runClock(catalogue, command.file)
  }
}
