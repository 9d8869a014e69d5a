import { openWindow, untilUsable } from './window.ts'

/** Milliseconds from starting the program to its first screen that can be used, once for each run asked for. */
export async function starts(folder: string): Promise<number> {
  const started = performance.now()
  const { app, page } = await openWindow(folder)
  await untilUsable(page)
  const took = performance.now() - started
  await app.close()
  return took
}
