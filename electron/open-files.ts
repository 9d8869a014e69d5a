import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { OpenedFile } from '../shared/desktop.ts'
import { fileDialogWords } from '../shared/wording/file-dialog.ts'
import type { FileTokens } from './file-tokens.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import type { LastFolder } from './last-folder.ts'
import type { Log } from './log.ts'

export interface OpenTools {
  readonly tokens: FileTokens
  readonly lastFolder: LastFolder
  readonly log: Log
}

/** Asks for files, or for a folder whose readable files are taken. Empty: nothing chosen. */
export async function chooseFiles(
  window: BrowserWindow,
  what: 'files' | 'folder',
  tools: OpenTools,
): Promise<readonly OpenedFile[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: what === 'files' ? fileDialogWords.openFiles : fileDialogWords.openFolder,
    buttonLabel: fileDialogWords.open,
    defaultPath: await tools.lastFolder.get(),
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
    filters: [
      { name: fileDialogWords.ownFiles, extensions: ['ogi', 'xlsx', 'json'] },
      { name: fileDialogWords.allFiles, extensions: ['*'] },
    ],
  })
  const [first] = filePaths
  if (canceled || first === undefined) return []
  await tools.lastFolder.remember(what === 'files' ? path.dirname(first) : first)
  if (what === 'folder') return openAll(await findFiles(first), tools)
  return openAll(
    filePaths.map((file) => ({ path: file, name: path.basename(file) })),
    tools,
  )
}

/** Tokens for files that are there; one that has gone meanwhile is left out and noted. */
export async function openAll(found: readonly FoundFile[], { tokens, log }: OpenTools): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = []
  for (const { path: file, name } of found) {
    try {
      opened.push(await tokens.addFile(file, name))
    } catch {
      log('file-gone')
    }
  }
  return opened
}
