import { ok, type Result } from '../shared/result.ts'
import { runAggregate } from './cli/aggregate-command.ts'
import { type Command, parseArguments, usage } from './cli/arguments.ts'
import { runCheck } from './cli/check-command.ts'
import { type CliProblem, problemText } from './cli/cli-problem.ts'
import { runExport } from './cli/export-command.ts'
import { runInspect } from './cli/inspect-command.ts'
import type { Outcome } from './cli/outcome.ts'

// The command line: the same core as in the window, without one. Exit codes: 0 done, 1 errors found, 2 unusable input.

async function run(command: Command): Promise<Result<Outcome, CliProblem>> {
  switch (command.name) {
    case 'check':
      return runCheck(command.report, command.last)
    case 'aggregate':
      return runAggregate(command.reports, command.own, command.out)
    case 'export':
      return runExport(command.report, command.out)
    case 'inspect':
      return runInspect(command.file)
    case 'help':
      return ok({ lines: [usage.trimEnd()], exit: 0 })
  }
}

const command = parseArguments(process.argv.slice(2))
const outcome = command.ok ? await run(command.value) : command
if (outcome.ok) {
  for (const line of outcome.value.lines) process.stdout.write(`${line}\n`)
  for (const note of outcome.value.notes ?? []) process.stderr.write(`${note}\n`)
  process.exitCode = outcome.value.exit
} else {
  process.stderr.write(problemText(outcome.problem))
  process.exitCode = 2
}
