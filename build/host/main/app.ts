import { EventEmitter } from 'node:events'
import path from 'node:path'
import { appPath, appVersion, defaultName, hasSwitch, switchValue, systemPaths } from './identity.ts'
import { InstanceLock } from './instance-lock.ts'
import { preventable } from './preventable.ts'
import { openWindows } from './window-list.ts'

/** Electron's `app`, as far as an application of ours can feel it. */
class App extends EventEmitter {
  name = defaultName
  readonly isPackaged = false
  readonly commandLine = {
    appendSwitch: () => {},
    appendArgument: () => {},
    removeSwitch: () => {},
    hasSwitch,
    getSwitchValue: (name: string) => switchValue(name) ?? '',
  }

  readonly #paths = systemPaths()
  readonly #whenReady = Promise.withResolvers<void>()
  readonly #farewells: (() => Promise<void>)[] = []
  #ready = false
  #leaving = false
  #lock: InstanceLock | null = null

  whenReady(): Promise<void> {
    return this.#whenReady.promise
  }

  isReady(): boolean {
    return this.#ready
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return appVersion
  }

  getAppPath(): string {
    return appPath
  }

  getLocale(): string {
    return switchValue('lang') ?? 'zh-CN'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  getLocaleCountryCode(): string {
    return 'CN'
  }

  getPath(name: string): string {
    if (name === 'sessionData') return path.join(this.getPath('userData'), 'chromium-profile/Default')
    if (name === 'logs') return path.join(this.getPath('userData'), 'logs')
    if (name === 'userData') return this.#paths.get(name) ?? path.join(this.getPath('appData'), this.name)
    const found = this.#paths.get(name)
    if (found === undefined) throw new Error(`Failed to get '${name}' path`)
    return found
  }

  setPath(name: string, value: string): void {
    this.#paths.set(name, value)
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    if (this.#lock !== null) return true
    const lock = new InstanceLock(this.getPath('userData'))
    const taken = lock.take(additionalData, (second) => {
      this.whenReady().then(() => {
        this.emit('second-instance', preventable({}), second.argv, second.workingDirectory, second.additionalData)
      })
    })
    if (taken) this.#lock = lock
    return taken
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== null
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release()
    this.#lock = null
  }

  /** before-quit, then every window may keep the application open, then will-quit, then exit. */
  quit(): void {
    if (this.#leaving) return
    this.#leaving = true
    this.#leave().catch((error: unknown) => console.error('[host] quit:', error))
  }

  /** Ends the process without asking anybody. */
  exit(code = 0): void {
    this.#leaving = true
    this.emit('quit', preventable({}), code)
    Promise.allSettled(this.#farewells.map((farewell) => farewell())).then(() => process.exit(code))
  }

  relaunch(): void {
    console.log('[host] app.relaunch() was asked')
  }

  isLeaving(): boolean {
    return this.#leaving
  }

  /** The host's own: done before the process ends. */
  beforeExit(farewell: () => Promise<void>): void {
    this.#farewells.push(farewell)
  }

  /** The host's own: Chromium is there, windows may open. */
  becomeReady(): void {
    this.#ready = true
    this.emit('will-finish-launching')
    this.emit('ready', preventable({}), {})
    this.#whenReady.resolve()
  }

  /** The host's own: called after the last window is gone. */
  lastWindowClosed(): void {
    if (this.#leaving) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  async #leave(): Promise<void> {
    if (this.#isRefused('before-quit')) return
    for (const window of openWindows()) {
      if (await window.askToClose()) continue
      this.#leaving = false
      return
    }
    if (!this.#isRefused('will-quit')) this.exit(0)
  }

  #isRefused(event: 'before-quit' | 'will-quit'): boolean {
    const asked = preventable({})
    this.emit(event, asked)
    // At once: who refuses may quit again in the next microtask.
    if (asked.defaultPrevented) this.#leaving = false
    return asked.defaultPrevented
  }

  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  disableHardwareAcceleration(): void {}
  enableSandbox(): void {}
  focus(): void {}
  setAboutPanelOptions(): void {}
  setAppUserModelId(): void {}
  setAsDefaultProtocolClient(): boolean {
    return true
  }
  setLoginItemSettings(): void {}
}

export const app = new App()
