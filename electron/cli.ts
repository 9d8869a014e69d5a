import { run } from './cli/run.ts'

// The command line: the same core as in the window, without one.
try {
  const { stdout, stderr, exit } = await run(process.argv.slice(2))
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = exit
} catch (error) {
  // Node's own exit code would be 1, which says that a report was checked and has errors.
  process.stderr.write(`ogi: internal error\n程序内部出错，请把下面的内容发给电脑维护人员。\n`)
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 2
}
