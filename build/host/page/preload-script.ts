import { readFileSync } from 'node:fs'
import { chromiumVersion } from '../chromium/windows-browser.ts'
import { makeCodec } from './codec.ts'
import { pageShim, pipeChannel } from './page-shim.ts'

/** The page's names for the two ends of the pipe. */
export const pageBinding = '__ogiHostSend'
export const pageReceiver = '__ogiHost'

/** The script that a driven Chromium runs before the page's own; frames inside the page get no preload. */
export function pipeInitScript(preload: string, extraArguments: readonly string[]): string {
  const shim = preloadScript(preload, extraArguments, `(${pipeChannel})('${pageBinding}', '${pageReceiver}')`)
  return `if (window === window.top) { ${shim} } else { delete globalThis.${pageBinding} }`
}

/** The shim's call with the preload inlined; `channel` is an expression that makes the page's Connect. */
export function preloadScript(preload: string, extraArguments: readonly string[], channel: string): string {
  const path = JSON.stringify(preload)
  const run = `function (require, module, exports, process) {${readFileSync(preload, 'utf8')}\n}`
  const info = JSON.stringify({
    platform: process.platform,
    arch: process.arch,
    argv: extraArguments,
    versions: { ...process.versions, chrome: chromiumVersion() },
  })
  return `(${pageShim})(${makeCodec}, ${channel}, { path: ${path}, run: ${run} }, ${info})`
}
