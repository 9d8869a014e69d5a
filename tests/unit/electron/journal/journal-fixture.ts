import { readdirSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { Notices } from '../../../../electron/disk/notices.ts'
import { type Journal, type JournalTools, openJournal } from '../../../../electron/journal/journal.ts'
import { type Frame, type FrameDraft, frame } from '../../../../shared/journal/frame.ts'
import type { StartNotice } from '../../../../shared/start-notice.ts'

/** 2026-11-23 20:00 in Beijing. */
export const NOON = Date.UTC(2026, 10, 23, 12)

export async function tools(folder: string, over: Partial<JournalTools> = {}): Promise<JournalTools> {
  let id = 0
  return {
    files: durableFiles,
    now: () => NOON,
    randomId: () => `id${String(id++).padStart(10, '0')}`,
    device: 'device000001',
    lock: { isTakenOver: false, isOurs: async () => true },
    notices: over.notices ?? (await Notices.open(path.join(folder, 'notices.json'), over.files ?? durableFiles)),
    headFile: path.join(folder, 'journal-head.json'),
    ...over,
  }
}

export function draft(value: string, undoOf?: number): FrameDraft {
  return {
    action: 'type',
    author: '王芳',
    unit: '420921001000',
    year: 2026,
    changes: [{ entity: 'report', record: 'r', group: 'cell:requests.granted.person', value, previous: null }],
    ...(undoOf === undefined ? {} : { undoOf }),
  }
}

export async function open(folder: string, over: Partial<JournalTools> = {}): Promise<Journal> {
  const opened = await openJournal(folder, await tools(folder, over))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** What the notices say that nobody has read. */
export async function said(folder: string): Promise<readonly StartNotice[]> {
  const { list } = await Notices.open(path.join(folder, 'notices.json'), durableFiles)
  return list.map(({ notice }) => notice)
}

/** Appends one frame each and closes. */
export async function fill(folder: string, values: readonly string[], over: Partial<JournalTools> = {}): Promise<void> {
  const journal = await open(folder, over)
  for (const value of values) {
    const appended = await journal.append(draft(value))
    if (!appended.ok) throw new Error(appended.problem.code)
  }
  await journal.close()
}

export async function framesAfter(journal: Journal, seq: number): Promise<Frame[]> {
  const chunks: Buffer[] = []
  for await (const chunk of journal.readAfter(seq)) chunks.push(chunk)
  const lines = Buffer.concat(chunks).toString().split('\n')
  return lines.filter((line) => line !== '').map((line) => frame.parse(JSON.parse(line)))
}

/** What was typed: no marks of losses. */
export async function values(journal: Journal): Promise<unknown[]> {
  return (await framesAfter(journal, 0))
    .filter(({ action }) => action === 'type')
    .map(({ changes }) => changes[0]?.value)
}

/** Every file under `aside/`, relative to it. */
export function asideFiles(folder: string): string[] {
  const aside = path.join(folder, 'aside')
  return readdirSync(aside, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(path.relative(aside, entry.parentPath), entry.name))
}
