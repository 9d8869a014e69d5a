import { rm } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { indexedDbFolder } from '../../build/host/launch.ts'
import { against, type Figure } from './figure.ts'
import { openWindow, untilUsable } from './window.ts'

/**
 * What a start takes longer where the store has to be made of the journal, beside reading that journal and putting the
 * rows that come of it into tables without an index.
 */
export async function rebuild(folder: string): Promise<Figure> {
  await rm(indexedDbFolder(folder), { recursive: true, force: true })
  const anew = await timeStart(folder, readAndWrite)
  const again = await timeStart(folder, async () => 0)
  return against('rebuild', [{ value: anew.took - again.took, floor: anew.after }], 'ms', 3)
}

async function timeStart(
  folder: string,
  afterwards: (page: Page) => Promise<number>,
): Promise<{ readonly took: number; readonly after: number }> {
  const started = performance.now()
  const { app, page } = await openWindow(folder)
  await untilUsable(page)
  const took = performance.now() - started
  const after = await afterwards(page)
  await app.close()
  return { took, after }
}

function readAndWrite(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const store = await done(indexedDB.open('ogi-yearbook'))
    const names = ['entries', 'packages', 'reports', 'units', 'log']
    const rows = await Promise.all(
      names.map((name) => done<unknown[]>(store.transaction(name).objectStore(name).getAll())),
    )
    store.close()

    const began = performance.now()
    const opened = await window.desktop.readJournal(0)
    if (!opened.ok) throw new Error(opened.problem.code)
    const text = await (await fetch(`/file/${opened.value}`)).text()
    const frames = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const opening = indexedDB.open('bench-raw', 1)
    opening.onupgradeneeded = () => {
      for (const name of names) opening.result.createObjectStore(name, { autoIncrement: true })
    }
    const raw = await done(opening)
    await new Promise<void>((resolve, reject) => {
      const transaction = raw.transaction(names, 'readwrite', { durability: 'relaxed' })
      for (const [index, name] of names.entries()) {
        for (const row of rows[index] ?? []) transaction.objectStore(name).put(row)
      }
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
    const took = performance.now() - began
    if (frames.length === 0) throw new Error('no journal')
    raw.close()
    await done(indexedDB.deleteDatabase('bench-raw'))
    return took
  })
}
