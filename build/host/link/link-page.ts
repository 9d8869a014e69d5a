import type { Connect } from '../page/page-shim.ts'
import type { LinkEvent, LinkPost, PanelRequest } from './link-messages.ts'

/**
 * Runs in the page in the user's own browser: main's messages come by an event stream, the page's go by POST, one
 * after the other so that they keep their order. Its text is put into the page: it may use nothing outside itself.
 */
export function linkChannel(page: string, panel: (request: PanelRequest) => void): Connect {
  const post = fetch.bind(window)
  const address = (path: string) => `/__host/${path}?page=${page}`

  return (receive) => {
    const events = new EventSource(address('events'))
    events.onmessage = ({ data }) => {
      const event: LinkEvent = JSON.parse(data)
      if (event.kind === 'shim') return receive(event.text)
      if (event.request.kind === 'ended') events.close() // or it would connect again, for ever
      panel(event.request)
    }
    addEventListener('load', () => void post(address('loaded'), { method: 'POST' }))

    let waiting: string[] = []
    let busy = false
    const flush = async () => {
      busy = true
      while (waiting.length > 0) {
        const body: LinkPost = { at: location.href, texts: waiting }
        waiting = []
        await post(address('send'), { method: 'POST', body: JSON.stringify(body) })
      }
      busy = false
    }
    return (text) => {
      waiting.push(text)
      if (!busy) flush().catch((error: unknown) => console.error(error))
    }
  }
}
