import { unwatchFile, watchFile } from 'node:fs'

/** The application as `npm run dev` runs it. */
export interface Running {
  /** Loads every window anew. */
  reload(): Promise<unknown>
  quit(): Promise<void>
  readonly exited: Promise<void>
}

/** The last file that a build writes, of what the windows load, and of what only a new start takes up. */
export interface BuiltFiles {
  readonly window: readonly string[]
  readonly main: readonly string[]
}

/** Keeps the application at what was built last, until somebody closes it. */
export async function followBuild(built: BuiltFiles, start: () => Promise<Running>): Promise<void> {
  let wanted: 'reload' | 'restart' = 'reload'
  let changed = Promise.withResolvers<'changed'>()
  const watch = (file: string, what: typeof wanted) =>
    watchFile(file, { interval: 100 }, (now) => {
      if (now.mtimeMs === 0) return // removed: the build writes it anew
      if (what === 'restart') wanted = what
      changed.resolve('changed')
    })
  for (const file of built.window) watch(file, 'reload')
  for (const file of built.main) watch(file, 'restart')
  try {
    let running = await start()
    while ((await Promise.race([changed.promise, running.exited])) === 'changed') {
      const doing = wanted
      wanted = 'reload'
      changed = Promise.withResolvers()
      if (doing === 'reload') await running.reload()
      else {
        await running.quit()
        running = await start()
      }
    }
  } finally {
    for (const file of [...built.window, ...built.main]) unwatchFile(file)
  }
}
