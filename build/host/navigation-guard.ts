import { setTimeout as wait } from 'node:timers/promises'
import { toMainAddress } from './address.ts'
import type { EventParams, Send } from './cdp-pipe.ts'

interface NavigationListener {
  mayNavigate(url: string, isMainFrame: boolean): boolean
}

interface GuardedPage {
  send: Send
  mainFrame: string
}

/**
 * Lets main refuse where the page itself wants to go (will-navigate). Only requests for documents are held up. What
 * main or a test asks for passes, as it does in Electron; Chromium tells apart who asked in an event of its own.
 */
export class NavigationGuard {
  readonly #listener: NavigationListener
  readonly #askedByPage = new Set<string>()
  #page: GuardedPage | null = null
  #expected: string | null = null
  #reloads = false

  constructor(listener: NavigationListener) {
    this.#listener = listener
  }

  /** Main is about to load this address. */
  expect(address: string): void {
    this.#expected = withoutFragment(address)
  }

  expectReload(): void {
    this.#reloads = true
  }

  /** A document came: what was expected is over. */
  arrived(): void {
    this.#expected = null
    this.#reloads = false
    this.#askedByPage.clear()
  }

  /** `mainFrame` is the page's target id, which Chromium also uses for its main frame. */
  async watch(send: Send, mainFrame: string): Promise<void> {
    this.#page = { send, mainFrame }
    await send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] })
  }

  onEvent(method: string, params: EventParams): void {
    if (method === 'Page.frameRequestedNavigation') this.#askedByPage.add(withoutFragment(params.url ?? ''))
    if (method === 'Fetch.requestPaused' && this.#page !== null) this.#decide(this.#page, params)
  }

  async #decide({ send, mainFrame }: GuardedPage, params: EventParams): Promise<void> {
    const requestId = params.requestId ?? ''
    const url = params.request?.url ?? ''
    const isMainFrame = params.frameId === mainFrame
    const allowed =
      (isMainFrame && !(await this.#isAskedByPage(url))) || this.#listener.mayNavigate(toMainAddress(url), isMainFrame)
    const answer = allowed
      ? send('Fetch.continueRequest', { requestId })
      : send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    await answer.catch(() => {}) // the page went away meanwhile
  }

  async #isAskedByPage(url: string): Promise<boolean> {
    if (url === this.#expected || this.#reloads) return false
    // The two events come from different processes of Chromium.
    if (!this.#askedByPage.has(url)) await wait(30)
    return this.#askedByPage.delete(url)
  }
}

/** A request carries no fragment. */
function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}
