import { cdpOverSocket } from './cdp-ways.ts'
import type { Chromium } from './chromium-process.ts'

/** A Chromium that a test lends to one application after another: its windows are ours, it goes on without us. */
export async function borrowChromium(endpoint: string): Promise<Chromium> {
  const { cdp, close, gone } = await cdpOverSocket(endpoint)
  const send = cdp.sender()
  const { product } = await send('Browser.getVersion')
  return {
    cdp,
    send,
    pid: null,
    version: product.split('/').at(-1) ?? product,
    endpoint,
    exited: gone.then(() => ''),
    leave: () => {
      close()
      return gone
    },
  }
}
