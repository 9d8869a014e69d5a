import { statSync } from 'node:fs'

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

/** What a change asks for. */
type Wanted = 'reload' | 'restart'

/** Keeps the application at what was built last, until somebody closes it. */
export async function followBuild(built: BuiltFiles, start: () => Promise<Running>): Promise<void> {
  let wanted: Wanted = 'reload'
  let changed = Promise.withResolvers<'changed'>()
  // What stands now counts as built, whatever is written from here on: a watcher takes its first look later.
  const looks = [...built.window.map(lookAt('reload')), ...built.main.map(lookAt('restart'))]
  const timer = setInterval(() => {
    for (const { what, hasChanged } of looks) {
      if (!hasChanged()) continue
      if (what === 'restart') wanted = what
      changed.resolve('changed')
    }
  }, 100)
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
    clearInterval(timer)
  }
}

/** Tells once of each change of a file; one that is removed is written anew by its build. */
const lookAt = (what: Wanted) => (file: string) => {
  const written = (): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  let seen = written()
  const hasChanged = (): boolean => {
    const now = written()
    if (now === 0 || now === seen) return false
    seen = now
    return true
  }
  return { what, hasChanged }
}
