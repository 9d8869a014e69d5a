import type { ElectronApplication, Page } from '@playwright/test'

/** What a spec may ask of the running application: the same on real Electron and on the host. */
export interface App
  extends Pick<ElectronApplication, 'firstWindow' | 'windows' | 'evaluate' | 'close' | 'process' | 'context'> {
  waitForEvent(event: 'close', options?: { timeout?: number }): Promise<void>
  waitForEvent(
    event: 'window',
    options?: { timeout?: number; predicate?: (page: Page) => boolean | Promise<boolean> },
  ): Promise<Page>
}

export interface LaunchOptions {
  /** What follows the application on the command line, e.g. `--user-data-dir=…` and a file. */
  args?: string[]
  env?: Record<string, string>
  /** Folder of the package.json whose `main` is started; this project by default. */
  root?: string
  /** Milliseconds until main must be ready. */
  timeout?: number
}
