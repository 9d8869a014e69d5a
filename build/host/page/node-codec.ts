import { makeCodec } from './codec.ts'

/** The codec of the main process. */
export const nodeCodec = makeCodec({
  from: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  // A copy of its own: small Buffers share one pool, whose other bytes must not be handed out as `.buffer`.
  to: (text) => new Uint8Array(Buffer.from(text, 'base64')),
})
