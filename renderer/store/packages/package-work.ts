import { type Remote, wrap } from 'comlink'
import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import { fail } from '../../../shared/values/result.ts'
import type { PackageWork } from '../store.ts'
import type { PackageWorker } from './import-worker.ts'

interface Running {
  readonly work: Remote<PackageWorker>
  /** Once it was told what is known. */
  readonly told: Promise<void>
  /** Rejects when the worker dies or cannot start; a call to it would then never be answered. */
  readonly death: Promise<never>
}

/** Reads and makes `.ogi` files in a worker, which is started with the first one and told what is known. */
export function workerPackages({ data }: Catalogue): PackageWork {
  let running: Running | null = null
  const start = (): Running => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
    const death = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        running = null
        worker.terminate()
        reject(new Error(`worker: ${event.message}`))
      })
    })
    death.catch(() => {})
    const work = wrap<PackageWorker>(worker)
    const told = Promise.resolve(work.know(data))
    told.catch(() => {})
    return { work, told, death }
  }
  const run = <T>(task: (work: Remote<PackageWorker>) => Promise<T>): Promise<T> => {
    running ??= start()
    const { work, told, death } = running
    return Promise.race([told.then(() => task(work)), death])
  }
  return {
    async unpack(token) {
      try {
        return await run(async (work) => work.unpack(token))
      } catch (error) {
        return fail({ code: 'io', detail: String(error) })
      }
    },
    pack: (draft) => run(async (work) => work.pack(draft)),
  }
}
