import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { OWN_FILE, OWN_FOLDER } from './disk/own-files.ts'

const SIZE_LIMIT = 1_000_000

export type Log = (event: string, detail?: Readonly<Record<string, string | number | boolean>>) => void

/**
 * A plain log for whoever helps from afar: what happened, never what was typed, and no names or paths. Two files of at
 * most 1 MB each. A log that cannot be written is no reason to stop anything.
 */
export function createLog(folder: string, now: () => number): Log {
  const file = path.join(folder, 'app.log')
  return (event, detail = {}) => {
    const line = `${new Date(now()).toISOString()} ${event} ${JSON.stringify(detail)}\n`
    try {
      mkdirSync(folder, { recursive: true, mode: OWN_FOLDER })
      if (sizeOf(file) + line.length > SIZE_LIMIT) renameSync(file, path.join(folder, 'app.old.log'))
      appendFileSync(file, line, { mode: OWN_FILE })
    } catch {
      process.stderr.write(line)
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
