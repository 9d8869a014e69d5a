import { proxy, type Remote, wrap } from 'comlink'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { SheetWork } from './sheet-work.ts'
import type { SheetWorker } from './sheet-worker.ts'

export interface RunningSheets extends SheetWork {
  /** Ends what is under way at once, and forgets the file: reading one can't be asked to stop in between. */
  end(): void
}

/** A file that is not read in this many milliseconds is no list, whatever it says. */
const LONGEST = 120_000

/** A worker that nobody works with yet. */
let spare: RunningSheets | null = null

/** Starts the worker that the next import takes: it loads its large library while the clerk chooses a file. */
export function prepareSheets(registers: readonly RegisterDefinition[]): void {
  spare ??= startSheets(registers)
}

/** Ends what was prepared, where the clerk chose no file. */
export function endPreparedSheets(): void {
  spare?.end()
}

/** Work on sheets in a worker of its own, which brings the large library with it. Calls reject once it has ended. */
export function workerSheets(registers: readonly RegisterDefinition[]): RunningSheets {
  const work = spare ?? startSheets(registers)
  spare = null
  return work
}

function startSheets(registers: readonly RegisterDefinition[]): RunningSheets {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' })
  let giveUp: (error: Error) => void = () => {}
  const death = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  death.catch(() => {})
  const end = (why: string): void => {
    worker.terminate()
    giveUp(new Error(why))
    if (spare === running) spare = null
  }
  worker.addEventListener('error', (event) => end(`worker: ${event.message}`))
  const work: Remote<SheetWorker> = wrap<SheetWorker>(worker)
  // Comes before every call; one that fails ends with the worker.
  void Promise.resolve(work.know(registers)).catch(() => {})
  const run = <T>(task: () => Promise<T>): Promise<T> => Promise.race([task(), death])
  const running: RunningSheets = {
    async open(source) {
      const limit = setTimeout(() => end('too long'), LONGEST)
      try {
        return await run(async () => work.open(source))
      } finally {
        clearTimeout(limit)
      }
    },
    propose: (register) => run(async () => work.propose(register)),
    check: (register, plan, setting, onProgress) =>
      run(async () => work.check(register, plan, setting, proxy(onProgress))),
    template: (register) => run(async () => work.template(register)),
    export: (order) => run(async () => work.export(order)),
    end: () => end('ended'),
  }
  return running
}
