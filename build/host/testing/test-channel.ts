import { environment } from '../environment.ts'
import type { FromMain, ToMain } from './test-messages.ts'

/** Tells the test that started this process, if one did. */
export function tellTest(message: FromMain): void {
  if (environment.testing) process.send?.(message)
}

/**
 * Answers a test's `evaluate` and ends with it. `settle` is awaited first: what a page has sent by then shall have
 * arrived, although it came another way.
 */
export function answerTest(electron: object, settle: () => Promise<void>, onTestGone: () => void): void {
  if (!environment.testing || process.send === undefined) return
  process.on('disconnect', onTestGone)
  process.on('message', async ({ id, source, argument }: ToMain) => {
    try {
      await settle()
      // biome-ignore lint/security/noGlobalEval: the test's function comes as text, as it does in Playwright.
      const run: unknown = globalThis.eval(`(${source})`)
      const value = typeof run === 'function' ? await run(electron, argument) : run
      tellTest({ kind: 'result', id, value })
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (process.connected) tellTest({ kind: 'result', id, error: text })
    }
  })
}
