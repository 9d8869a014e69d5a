import { environment } from '../environment.ts'
import { askInPage, openInPage, saveToPage } from '../link/link-dialogs.ts'
import type { MessageOptions, MessageResult, OpenOptions, OpenResult, SaveOptions, SaveResult } from './dialog-types.ts'
import { askWithZenity, openWithZenity, saveWithZenity } from './zenity.ts'

/** Electron takes a window before the options, or the options alone. */
type Call<Options> = [object, Options] | [Options]

function optionsOf<Options extends object>(call: Call<Options>): Options {
  return call.length === 2 ? call[1] : call[0]
}

/**
 * Electron's `dialog`. Headless, everything is cancelled unless a test replaces a method through `evaluate`; so main
 * must call `dialog.show…(…)` and keep no copy of the method.
 */
export const dialog = {
  async showOpenDialog(...call: Call<OpenOptions>): Promise<OpenResult> {
    if (environment.mode === 'browser') return openInPage(optionsOf(call))
    if (environment.mode === 'headed') return openWithZenity(optionsOf(call))
    return { canceled: true, filePaths: [] }
  },
  async showSaveDialog(...call: Call<SaveOptions>): Promise<SaveResult> {
    if (environment.mode === 'browser') return saveToPage(optionsOf(call))
    if (environment.mode === 'headed') return saveWithZenity(optionsOf(call))
    return { canceled: true, filePath: '' }
  },
  async showMessageBox(...call: Call<MessageOptions>): Promise<MessageResult> {
    if (environment.mode === 'browser') return askInPage(optionsOf(call))
    if (environment.mode === 'headed') return askWithZenity(optionsOf(call))
    const { cancelId = 0, checkboxChecked = false } = optionsOf(call)
    return { response: cancelId, checkboxChecked }
  },
  /** It can't wait for an answer, so it is a refusal, in every mode. */
  showMessageBoxSync(...call: Call<MessageOptions>): number {
    return optionsOf(call).cancelId ?? 0
  },
  showErrorBox(title: string, content: string): void {
    console.error(`[host] ${title}: ${content}`)
    const shown = dialog.showMessageBox({ message: title, detail: content })
    shown.catch((error: unknown) => console.error('[host] showErrorBox:', error))
  },
}
