import type { OpenedFile } from '../../../shared/desktop.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'
import { observable } from '../../store/observable.ts'
import { desktop } from './desktop.ts'
import { notice } from './notice.ts'

/** Files that wait to be taken in, from the menu, a button, a double click or a drop; null: none. */
export const openedFiles = observable<readonly OpenedFile[] | null>(null)

/** Adds to what waits: Explorer hands over a selection of files one by one. */
export function addOpenedFiles(files: readonly OpenedFile[]): void {
  openedFiles.set([...(openedFiles.get() ?? []), ...files])
}

/** 打开文件: asks for files or a folder, and hands them to whoever shows incoming files. */
export async function chooseAndOpen(what: 'files' | 'folder'): Promise<void> {
  const chosen = await desktop.chooseFiles(what)
  if (!chosen.ok) notice.set(storageProblemMessage(chosen.problem))
  else if (chosen.value?.length === 0) notice.set('这个文件夹里没有报送文件（.ogi）。请换一个文件夹，或者直接选文件。')
  else if (chosen.value !== null) addOpenedFiles(chosen.value)
}

export function askToOpen(what: 'files' | 'folder'): void {
  void chooseAndOpen(what)
}
