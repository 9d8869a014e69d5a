import { toMainAddress } from '../serving/address.ts'
import type { EventParams, Send } from './cdp.ts'

interface NavigationListener {
  mayNavigate(url: string, isMainFrame: boolean): boolean
}

interface GuardedPage {
  send: Send
  mainFrame: string
}

/** Marks a navigation as nobody's in the page; Playwright's `goto` and `reload` carry the same. */
export const fromOutside = { referrerPolicy: 'unsafeUrl' } as const

/**
 * Lets main refuse where the page itself wants to go (will-navigate). Only requests for documents are held up. What
 * main or a test asks for passes, as it does in Electron.
 */
export class NavigationGuard {
  readonly #listener: NavigationListener
  #page: GuardedPage | null = null

  constructor(listener: NavigationListener) {
    this.#listener = listener
  }

  /** `mainFrame` is the page's target id, which Chromium also uses for its main frame. */
  async watch(send: Send, mainFrame: string): Promise<void> {
    this.#page = { send, mainFrame }
    await send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] })
  }

  onEvent(method: string, params: EventParams): void {
    if (method === 'Fetch.requestPaused' && this.#page !== null) this.#decide(this.#page, params)
  }

  #decide({ send, mainFrame }: GuardedPage, { requestId = '', frameId, request }: EventParams): void {
    const isMainFrame = frameId === mainFrame
    const allowed =
      (isMainFrame && !isAskedByPage(request)) ||
      this.#listener.mayNavigate(toMainAddress(request?.url ?? ''), isMainFrame)
    const answer = allowed
      ? send('Fetch.continueRequest', { requestId })
      : send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    answer.catch(() => {}) // the page went away meanwhile
  }
}

/**
 * A page's wish carries the page's referrer policy, what was asked from outside that of `fromOutside`, also when it is
 * loaded again. (Chromium tells of a wish in an event, too, but that comes from another process and may be late.)
 */
function isAskedByPage(request: EventParams['request']): boolean {
  return request?.referrerPolicy !== 'unsafe-url'
}
