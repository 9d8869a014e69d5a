import { proxy, type Remote, wrap } from 'comlink'
import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import { fail, ok } from '../../../shared/values/result.ts'
import type { PackageWork } from '../store.ts'
import type { PackageWorker } from './import-worker.ts'

/** Milliseconds for one file, made or read; the largest take a second. */
const DEADLINE = 10_000

interface Running {
  readonly work: Remote<PackageWorker>
  /** Rejects when the worker dies or cannot start; a call to it would then never be answered. */
  readonly death: Promise<never>
  end(): void
}

class TooSlow extends Error {}

/**
 * Reads and makes `.ogi` files in a worker, which is started with the first one, told what is known, and ended by a file
 * that takes too long.
 */
export function workerPackages({ data }: Catalogue): PackageWork {
  let running: Running | null = null
  const start = (): Running => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => {
      running = null
      worker.terminate()
    }
    const death = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        end()
        reject(new Error(`worker: ${event.message}`))
      })
    })
    death.catch(() => {})
    const work = wrap<PackageWorker>(worker)
    // Comes before every call; one that fails ends with the worker.
    void Promise.resolve(work.know(data)).catch(() => {})
    return { work, death, end }
  }
  const run = async <T>(task: (work: Remote<PackageWorker>) => Promise<T>): Promise<T> => {
    running ??= start()
    const { work, death, end } = running
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        end()
        reject(new TooSlow())
      }, DEADLINE)
    })
    try {
      return await Promise.race([task(work), death, late])
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    async open(token) {
      try {
        return await run(async (work) => work.open(token))
      } catch (error) {
        if (error instanceof TooSlow) return ok(fail({ code: 'too-slow' }))
        return fail({ code: 'io', detail: String(error) })
      }
    },
    // The keys are not in the worker: it asks for the signature.
    pack: (draft, sign) => run(async (work) => work.pack(draft, proxy(sign))),
  }
}
