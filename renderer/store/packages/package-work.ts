import { type Remote, wrap } from 'comlink'
import { fail } from '../../../shared/values/result.ts'
import type { PackageWork } from '../store.ts'

interface Running {
  readonly work: Remote<PackageWork>
  /** Rejects when the worker dies or cannot start; a call to it would then never be answered. */
  readonly death: Promise<never>
}

/** Reads and makes `.ogi` files in a worker, which is started with the first one. */
export function workerPackages(): PackageWork {
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
    return { work: wrap<PackageWork>(worker), death }
  }
  const run = <T>(task: (work: Remote<PackageWork>) => Promise<T>): Promise<T> => {
    running ??= start()
    return Promise.race([task(running.work), running.death])
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
