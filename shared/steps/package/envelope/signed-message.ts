import type { Cover } from './read-cover.ts'

/** What is signed: the manifest, under the suite and the kind, so that a signature serves for nothing else. */
export function signedMessage({
  suite,
  kind,
  manifestBytes,
}: Pick<Cover, 'suite' | 'kind' | 'manifestBytes'>): Uint8Array {
  const heading = new TextEncoder().encode(`ogi-sign-1\n${suite}\n${kind}\n`)
  const message = new Uint8Array(heading.length + manifestBytes.length)
  message.set(heading)
  message.set(manifestBytes, heading.length)
  return message
}
