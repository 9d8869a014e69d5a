import { run } from './cli/run.ts'

// The command line: the same core as in the window, without one.
const { stdout, stderr, exit } = await run(process.argv.slice(2))
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exit
