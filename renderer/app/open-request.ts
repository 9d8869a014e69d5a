import type { OpenedFile } from '../../shared/desktop.ts'
import { observable } from '../store/observable.ts'
import { desktop } from './desktop.ts'

/** Files that wait to be taken in, from the menu, a button, a double click or a drop; null: none. */
export const openedFiles = observable<readonly OpenedFile[] | null>(null)

/** 打开文件: asks for files or a folder, and hands them to whoever shows incoming files. */
export async function chooseAndOpen(what: 'files' | 'folder'): Promise<void> {
  const files = await desktop.chooseFiles(what)
  if (files.length > 0) openedFiles.set(files)
}

export function askToOpen(what: 'files' | 'folder'): void {
  void chooseAndOpen(what)
}
