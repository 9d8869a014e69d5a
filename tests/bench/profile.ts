import type { Page } from '@playwright/test'
import { createUnit } from '../../build/walk/clerk.ts'
import { fieldEdits, sealedEdit, stageEdit } from '../../shared/actions/entry-changes.ts'
import { keepFrom } from '../../shared/actions/kept-register-changes.ts'
import { knownRegister } from '../../shared/catalogue/catalogue.ts'
import type { Desktop } from '../../shared/desktop.ts'
import type { Change, FrameDraft } from '../../shared/journal/frame.ts'
import { entryRecordId, type SealedFields, sealedRecord } from '../../shared/model/entry/entry-record.ts'
import { keepKeyOf } from '../../shared/model/unit/kept-registers.ts'
import { registers } from '../fixtures/catalogue.ts'
import { appendFrames } from './append-frames.ts'
import { type MadeEntry, years } from './made-entries.ts'
import { openWindow, untilUsable } from './window.ts'

export const township = {
  name: '花园镇',
  level: '乡镇（街道）',
  code: '420921001000',
  parent: '孝昌县人民政府',
} as const

/** Entries in one frame, as an import brings them. */
const PORTION = 20_000

/**
 * Makes a data folder with a unit and these entries: the unit is created in its window and the personal fields are
 * sealed by the program; the entries are appended to its journal by the program's own code. The window then builds
 * its store from that journal.
 */
export async function makeProfile(folder: string, entries: readonly MadeEntry[]): Promise<void> {
  const first = await openWindow(folder)
  await createUnit(first.page, township)
  const sealed = await sealAll(first.page, entries)
  await first.app.close()
  await appendAll(folder, entries, sealed)
  await buildStore(folder)
}

/** A start in which the program makes its store of the journal, and counts what is counted once. */
export async function buildStore(folder: string): Promise<void> {
  const { app, page } = await openWindow(folder)
  await untilUsable(page)
  await page.waitForTimeout(3000)
  await app.close()
}

declare global {
  interface Window {
    readonly desktop: Desktop
  }
}

/** By place in `entries`. */
async function sealAll(page: Page, entries: readonly MadeEntry[]): Promise<Map<number, SealedFields>> {
  const places = entries.flatMap(({ personal }, place) => (personal === undefined ? [] : [place]))
  const sealed = new Map<number, SealedFields>()
  for (let done = 0; done < places.length; done += PORTION) {
    const portion = places.slice(done, done + PORTION)
    const texts = portion.flatMap((place) => {
      const made = entries[place]
      return made === undefined ? [] : [{ record: sealedRecord(made), text: JSON.stringify(made.personal) }]
    })
    const result = await page.evaluate((all) => window.desktop.sealMany(all), texts)
    if (!result.ok) throw new Error(result.problem.code)
    for (const [index, place] of portion.entries()) {
      const fields = result.value[index]
      if (fields !== undefined) sealed.set(place, fields)
    }
  }
  return sealed
}

async function appendAll(
  folder: string,
  entries: readonly MadeEntry[],
  sealed: ReadonlyMap<number, SealedFields>,
): Promise<void> {
  const [year] = years
  const drafts: FrameDraft[] = []
  for (let done = 0; done < entries.length; done += PORTION) {
    const changes = entries
      .slice(done, done + PORTION)
      .flatMap((entry, index) => changesOf(entry, sealed.get(done + index)))
    const keeps = done > 0 ? [] : keptBy(entries, year)
    drafts.push({ action: 'add-entries', author: '王芳', unit: township.code, year, changes: [...keeps, ...changes] })
  }
  await appendFrames(folder, drafts)
}

function changesOf({ register, entry, fields, stages = [] }: MadeEntry, sealed: SealedFields | undefined): Change[] {
  const id = { unit: township.code, register, entry }
  const typed = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
  )
  if (entryRecordId(id).length > 300) throw new Error(`${entry} is too long`)
  return [
    ...fieldEdits(knownRegister(registers, register), id, {}, typed),
    ...(sealed === undefined ? [] : sealedEdit(id, {}, sealed)),
    ...stages.flatMap((stage, index) => stageEdit(id, {}, `s${index}`, stage)),
  ]
}

function keptBy(entries: readonly MadeEntry[], year: number): Change[] {
  const keys = new Set(entries.flatMap(({ register, fields }) => keepKeyOf(register, fields) ?? []))
  return [...keys].flatMap((key) => keepFrom(township.code, {}, key, year))
}
