import type { Readable, Writable } from 'node:stream'
import { Cdp } from './cdp.ts'

/** Over the two pipes of --remote-debugging-pipe. */
export function cdpOverPipe(output: Writable, input: Readable): Cdp {
  const cdp = new Cdp((message) => output.write(`${message}\0`))
  output.on('error', () => {}) // the browser's exit is told by its process
  input.on('error', () => {})
  let pieces: Buffer[] = []
  // Messages end with NUL and come in pieces of 64 kB: decoded as a whole, lest a character is cut in two.
  input.on('data', (piece: Buffer) => {
    let rest = piece
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...pieces, rest.subarray(0, end)]).toString()
      pieces = []
      rest = rest.subarray(end + 1)
      cdp.take(whole)
    }
    if (rest.length > 0) pieces.push(rest)
  })
  return cdp
}

/** Over a WebSocket of --remote-debugging-port; `gone` resolves when it has ended. */
export async function cdpOverSocket(endpoint: string): Promise<{ cdp: Cdp; close(): void; gone: Promise<void> }> {
  const socket = new WebSocket(endpoint)
  const cdp = new Cdp((message) => socket.send(message))
  socket.addEventListener('message', ({ data }) => cdp.take(String(data)))
  const gone = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()))
  gone.then(() => cdp.close('the connection has ended'))
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error(`${endpoint} cannot be reached`)), { once: true })
  })
  return { cdp, close: () => socket.close(), gone }
}
