import type { SurfaceListener } from '../chromium/surface.ts'
import { preventable } from './preventable.ts'
import type { WebContents } from './web-contents.ts'

/** Turns what happens in a page into the events of its WebContents, which is made after the page's surface. */
export function contentsListener(contents: () => WebContents): Omit<SurfaceListener, 'moved' | 'gone'> {
  return {
    message: (text) => void contents().receive(text),
    navigated: (url) => contents().arriveAt(url),
    navigatedInPage: (url) => {
      contents().mainFrame.url = url
      contents().emit('did-navigate-in-page', preventable({}), url, true, 1, 1)
    },
    domReady: () => void contents().emit('dom-ready', preventable({})),
    loaded: () => void contents().emit('did-finish-load', preventable({})),
    crashed: () => void contents().emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 }),
    consoleMessage: (level, message) => void contents().emit('console-message', preventable({ level, message })),
    mayNavigate: (url, isMainFrame) => {
      const event = preventable({ url, isMainFrame, isSameDocument: false, frame: null, initiator: null })
      contents().emit('will-frame-navigate', event, url, false, isMainFrame)
      if (isMainFrame) contents().emit('will-navigate', event, url, false, true)
      return !event.defaultPrevented
    },
    openAsked: (url) => contents().answerOpen(url),
    mayUnload: () => {
      const event = preventable({})
      contents().emit('will-prevent-unload', event)
      return event.defaultPrevented
    },
  }
}
