import { spawn } from 'node:child_process'
import type { MessageOptions, MessageResult, OpenOptions, OpenResult, SaveOptions, SaveResult } from './dialog-types.ts'

/** The dialogs of a visible window on a Linux desktop, drawn by zenity; without zenity every one counts as cancelled. */
export async function openWithZenity(options: OpenOptions): Promise<OpenResult> {
  const properties = options.properties ?? []
  const chosen = await zenity([
    ...fileSelection(options),
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
  ])
  return chosen.accepted ? { canceled: false, filePaths: chosen.text.split('\n') } : { canceled: true, filePaths: [] }
}

export async function saveWithZenity(options: SaveOptions): Promise<SaveResult> {
  const chosen = await zenity([...fileSelection(options), '--save'])
  return chosen.accepted ? { canceled: false, filePath: chosen.text } : { canceled: true, filePath: '' }
}

/** Zenity has two buttons and any number of extra ones, which it names when they are pressed. */
export async function askWithZenity(options: MessageOptions): Promise<MessageResult> {
  const buttons = options.buttons?.length ? options.buttons : ['确定']
  const cancelId = options.cancelId ?? 0
  const chosen = await zenity([
    '--question',
    '--no-markup',
    `--title=${options.title ?? ''}`,
    `--text=${[options.message, options.detail].filter(Boolean).join('\n\n')}`,
    '--switch',
    ...buttons.map((label) => `--extra-button=${label}`),
  ])
  const pressed = buttons.indexOf(chosen.text)
  return { response: pressed < 0 ? cancelId : pressed, checkboxChecked: options.checkboxChecked ?? false }
}

function fileSelection(options: SaveOptions): string[] {
  return [
    '--file-selection',
    `--title=${options.title ?? ''}`,
    ...(options.defaultPath === undefined ? [] : [`--filename=${options.defaultPath}`]),
    ...(options.filters ?? []).map(
      ({ name, extensions }) => `--file-filter=${name} | ${extensions.map((extension) => `*.${extension}`).join(' ')}`,
    ),
  ]
}

function zenity(args: readonly string[]): Promise<{ accepted: boolean; text: string }> {
  const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  child.stdout.on('data', (data: Buffer) => {
    text += data.toString()
  })
  return new Promise((resolve) => {
    child.once('error', () => {
      console.error('[host] dialogs of a visible window need zenity; this one counts as cancelled')
      resolve({ accepted: false, text: '' })
    })
    child.once('close', (code) => resolve({ accepted: code === 0, text: text.trim() }))
  })
}
