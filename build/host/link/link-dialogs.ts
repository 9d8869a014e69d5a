import { randomUUID } from 'node:crypto'
import type {
  MessageOptions,
  MessageResult,
  OpenOptions,
  OpenResult,
  SaveOptions,
  SaveResult,
} from '../main/dialog-types.ts'
import { saveTarget, uploadedPaths } from './link-spool.ts'
import { linkSurface } from './link-surface.ts'

/** Asks the page for an upload; main gets the paths of the copies. */
export async function openInPage(options: OpenOptions): Promise<OpenResult> {
  const properties = options.properties ?? []
  const directory = properties.includes('openDirectory')
  const extensions = (options.filters ?? []).flatMap((filter) => filter.extensions)
  const id = randomUUID()
  const answer = await linkSurface.ask({
    kind: 'open',
    id,
    title: options.title ?? options.buttonLabel ?? '',
    accept: extensions.includes('*') ? '' : extensions.map((extension) => `.${extension}`).join(','),
    multiple: properties.includes('multiSelections'),
    directory,
  })
  if (!('uploaded' in answer) || !answer.uploaded) return { canceled: true, filePaths: [] }
  return { canceled: false, filePaths: uploadedPaths(id) }
}

/** Gives main a path at once; what main writes there is offered to the page as a download. */
export function saveToPage(options: SaveOptions): SaveResult {
  const filePath = saveTarget(options.defaultPath ?? '', (file) => linkSurface.offer(file))
  return { canceled: false, filePath }
}

export async function askInPage(options: MessageOptions): Promise<MessageResult> {
  const cancelId = options.cancelId ?? 0
  const answer = await linkSurface.ask({
    kind: 'message',
    id: randomUUID(),
    message: options.message,
    detail: options.detail ?? '',
    buttons: options.buttons === undefined || options.buttons.length === 0 ? ['确定'] : options.buttons,
    defaultId: options.defaultId ?? 0,
    cancelId,
    checkboxLabel: options.checkboxLabel ?? '',
    checkboxChecked: options.checkboxChecked ?? false,
  })
  return 'response' in answer ? answer : { response: cancelId, checkboxChecked: false }
}
