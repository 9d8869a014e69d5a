import { existsSync } from 'node:fs'
import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { SavedFile, SaveSuggestion, StorageProblem } from '../../shared/desktop.ts'
import { ok, type Result } from '../../shared/values/result.ts'
import { fileDialogWords, fileKindWords } from '../../shared/wording/file-dialog.ts'
import type { LastFolder } from './last-folder.ts'
import { saveBytes } from './save-bytes.ts'

/** Asks where, and saves there. Null: the clerk chose nowhere. */
export async function saveFile(
  window: BrowserWindow,
  bytes: Uint8Array,
  { name, kind }: SaveSuggestion,
  lastFolder: LastFolder,
): Promise<Result<SavedFile | null, StorageProblem>> {
  // Called on `dialog`, never taken out of it: tests answer it there.
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: fileDialogWords.save,
    buttonLabel: fileDialogWords.saveButton,
    defaultPath: path.join(await lastFolder.get(), withEnding(name, kind)),
    filters: [{ name: fileKindWords[kind], extensions: [kind] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return ok(null)
  const file = targetFile(filePath, kind, existsSync)
  const saved = await saveBytes(file, bytes)
  if (saved.ok) await lastFolder.remember(path.dirname(file))
  return saved
}

/**
 * Linux dialogs leave the ending to the person. Where we add it, nobody was asked whether the file of that name may be
 * replaced, so a free name is taken.
 */
export function targetFile(chosen: string, kind: SaveSuggestion['kind'], exists: (file: string) => boolean): string {
  if (hasEnding(chosen, kind)) return chosen
  const numbered = (number: number) => withEnding(number === 1 ? chosen : `${chosen}（${number}）`, kind)
  let number = 1
  while (exists(numbered(number))) number++
  return numbered(number)
}

function withEnding(file: string, kind: SaveSuggestion['kind']): string {
  return hasEnding(file, kind) ? file : `${file}.${kind}`
}

function hasEnding(file: string, kind: SaveSuggestion['kind']): boolean {
  return file.toLowerCase().endsWith(`.${kind}`)
}
