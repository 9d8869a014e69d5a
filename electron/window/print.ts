import { BrowserWindow } from 'electron'
import { type FileToken, fileAddress, type StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { FileTokens } from '../chosen/file-tokens.ts'
import { ORIGIN } from '../identity.ts'
import { printWindowOptions } from './window-options.ts'

const paper = { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, pageSize: 'A4' } as const

/** Prints staged HTML to PDF; the PDF's bytes stand behind the new token. */
export function renderPdf(html: FileToken, tokens: FileTokens): Promise<Result<FileToken, StorageProblem>> {
  return withPage(html, tokens, async (window) => {
    const bytes = await window.webContents.printToPDF(paper)
    return tokens.add({ kind: 'made', name: 'report.pdf', bytes })
  })
}

/** Opens the system's print dialog for staged HTML. False: the clerk cancelled. */
export function printPaper(html: FileToken, tokens: FileTokens): Promise<Result<boolean, StorageProblem>> {
  return withPage(html, tokens, (window) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    window.webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (success, reason) => {
      // Electron's words: "Print job canceled", "Print job failed", "Invalid printer settings".
      if (success || /cancel/i.test(reason)) resolve(success)
      else reject(new Error(reason))
    })
    return promise
  })
}

/** Loads staged HTML in a window that nobody sees and that runs no script, and always takes the window away again. */
async function withPage<T>(
  html: FileToken,
  tokens: FileTokens,
  use: (window: BrowserWindow) => Promise<T>,
): Promise<Result<T, StorageProblem>> {
  const staged = await tokens.read(html)
  if (!staged.ok) return staged
  const page = tokens.add({ kind: 'print-page', ...staged.value })
  const window = new BrowserWindow(printWindowOptions())
  try {
    await window.loadURL(`${ORIGIN}${fileAddress(page)}`)
    return ok(await use(window))
  } catch (error) {
    return fail({ code: 'io', detail: error instanceof Error ? error.message : String(error) })
  } finally {
    tokens.drop(page)
    if (!window.isDestroyed()) window.destroy()
  }
}
