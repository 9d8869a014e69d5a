import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { OpenedFile, StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { fileDialogWords } from '../../shared/wording/file-dialog.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import type { Log } from '../log.ts'
import type { FileTokens } from './file-tokens.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import type { LastFolder } from './last-folder.ts'

export interface OpenTools {
  readonly tokens: FileTokens
  readonly lastFolder: LastFolder
  readonly log: Log
}

const titles = {
  files: fileDialogWords.openFiles,
  folder: fileDialogWords.openFolder,
  sheet: fileDialogWords.openSheet,
} as const

const properties: Readonly<Record<'files' | 'folder' | 'sheet', ('openFile' | 'multiSelections' | 'openDirectory')[]>> =
  {
    files: ['openFile', 'multiSelections'],
    folder: ['openDirectory'],
    sheet: ['openFile'],
  }

/** Asks for files, for one with a list, or for a folder whose readable files are taken. Null: nothing chosen. */
export async function chooseFiles(
  window: BrowserWindow,
  what: 'files' | 'folder' | 'sheet',
  tools: OpenTools,
): Promise<Result<readonly OpenedFile[] | null, StorageProblem>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: titles[what],
    buttonLabel: fileDialogWords.open,
    defaultPath: await tools.lastFolder.get(),
    properties: properties[what],
    filters: [
      what === 'sheet'
        ? { name: fileDialogWords.sheets, extensions: ['xlsx', 'xls', 'csv', 'xlsm', 'et'] }
        : { name: fileDialogWords.ownFiles, extensions: ['ogi'] },
      { name: fileDialogWords.allFiles, extensions: ['*'] },
    ],
  })
  const [first] = filePaths
  if (canceled || first === undefined) return ok(null)
  await tools.lastFolder.remember(what === 'folder' ? first : path.dirname(first))
  try {
    const found =
      what === 'folder' ? await findFiles(first) : filePaths.map((file) => ({ path: file, name: path.basename(file) }))
    return ok(await openAll(found, tools))
  } catch (error) {
    return fail(toStorageProblem(error))
  }
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
