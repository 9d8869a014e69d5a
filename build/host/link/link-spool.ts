import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** How long a file must rest after its last change before it is offered: a save writes beside it, then renames. */
const settleMilliseconds = 300

let root: string | null = null
const offered = new Map<string, string>()

/** A new empty folder for one dialog; all of them go when the process ends. */
function newFolder(id: string): string {
  if (root === null) {
    const made = mkdtempSync(path.join(tmpdir(), 'ogi-host-'))
    root = made
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  }
  const folder = path.join(root, id)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Stores one uploaded file of an open dialog. `name` may have folders in it, but never leads outside. */
export async function storeUpload(dialog: string, name: string, body: Readable): Promise<void> {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const file = path.join(newFolder(dialog), ...parts)
  mkdirSync(path.dirname(file), { recursive: true })
  await pipeline(body, createWriteStream(file))
}

/** What was uploaded for an open dialog: the files, or the folder that was chosen. */
export function uploadedPaths(dialog: string): string[] {
  const folder = newFolder(dialog)
  return readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
}

/** A path for main to write to; `onWritten` is called whenever a finished file lies there. */
export function saveTarget(name: string, onWritten: (file: string) => void): string {
  const file = path.join(newFolder(randomUUID()), path.basename(name) || '未命名')
  let timer: NodeJS.Timeout | undefined
  let last = ''
  watch(path.dirname(file), () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const found = statSync(file, { throwIfNoEntry: false })
      const state = found === undefined ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`
      if (state !== '' && state !== last) onWritten(file)
      last = state
    }, settleMilliseconds)
  }).unref()
  return file
}

/** Keeps bytes that the host itself has for the page. */
export function spoolFile(name: string, bytes: Uint8Array): string {
  const file = path.join(newFolder(randomUUID()), name)
  writeFileSync(file, bytes)
  return file
}

/** Lets the page download this file by the id that is returned. */
export function offerFile(file: string): string {
  const id = randomUUID()
  offered.set(id, file)
  return id
}

export function offeredFile(id: string): string | undefined {
  return offered.get(id)
}
