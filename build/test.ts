/**
 * `npm test`: everything that CI checks, in the order in which a mistake is found soonest. Closes with one line that
 * counts tests: `N passed, N failed`. Exits non-zero where a step or a test failed.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from './bundle.ts'
import { ensureChromium } from './chromium.ts'
import { projectRoot } from './host/command.ts'
import { type Counts, countPlaywright, countVitest, noTests } from './test-counts.ts'
import { testSeed } from './test-seed.ts'

const bin = (name: string) => path.join(projectRoot, 'node_modules/.bin', name)

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<boolean> {
  console.log(`\n> ${path.basename(command)} ${args.join(' ')}`)
  const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...env } })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}

const started = Date.now()
testSeed() // one for both runners
const problem = await ensureChromium()
if (problem !== null) {
  console.error(problem)
  process.exit(2)
}
const folder = await mkdtemp(path.join(tmpdir(), 'ogi-test-'))
const unitReport = path.join(folder, 'unit.json')
const endToEndReport = path.join(folder, 'e2e.json')

const lint = await run(bin('biome'), ['check', '.'])
const types = await run(bin('tsc'), ['--noEmit', '-p', '.'])
const unit = await run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
await bundle()
const endToEnd = await run(bin('playwright'), ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport,
})

const counts = [await counted(unitReport, countVitest), await counted(endToEndReport, countPlaywright)]
await rm(folder, { recursive: true, force: true })
const sum = (of: keyof Counts) => counts.reduce((total, count) => total + count[of], 0)
const steps = { lint, types, unit, endToEnd }
for (const [step, passed] of Object.entries(steps)) if (!passed) console.error(`failed: ${step}`)
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`)
// A step that fails without a failed test (lint, types, a runner that broke) is a failure of its own.
const failedSteps = Object.values(steps).filter((passed) => !passed).length
const failed = Math.max(sum('failed'), failedSteps)
const skipped = sum('skipped')
if (sum('flaky') > 0) console.error(`flaky, named above: ${sum('flaky')} of the passed tests failed at first`)
console.log(`${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && sum('passed') > 0 ? 0 : 1)

async function counted(file: string, count: (report: unknown) => Counts): Promise<Counts> {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    console.error(`no report of the tests: ${String(error)}`)
    return { ...noTests, failed: 1 }
  }
}
