import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createUnit } from '../../build/walk/clerk.ts'
import { receiveSubmission } from '../../shared/actions/receive-changes.ts'
import { unitChanges } from '../../shared/actions/unit-changes.ts'
import type { Change } from '../../shared/journal/frame.ts'
import type { Unit } from '../../shared/model/unit/unit-record.ts'
import { sampleReports } from '../../shared/sample/sample-county.ts'
import { toReceived } from '../../shared/steps/package/to-received.ts'
import { sha256Hex } from '../../shared/values/sha256.ts'
import { catalogue } from '../fixtures/catalogue.ts'
import { openedSubmission, submissionBytes } from '../fixtures/submission-bytes.ts'
import { appendFrames } from './append-frames.ts'
import { buildStore } from './profile.ts'
import { openWindow } from './window.ts'

const county = { name: '孝昌县', level: '县（市、区）', code: '420921000000', parent: '孝感市' } as const

/** The year in which all have sent. */
export const deskYear = 2020

/** Files in one frame, as an import of a folder brings them. */
const PORTION = 500

/** Makes the data folder of a county of whose units each has sent a full report, which lies in `received/`. */
export async function makeDesk(folder: string, units: number): Promise<void> {
  const first = await openWindow(folder)
  await createUnit(first.page, county)
  await first.app.close()
  const received = path.join(folder, 'received')
  await mkdir(received, { recursive: true })
  const reports = [...sampleReports(catalogue.forms).values()]
  const sent: Change[] = []
  const listed: Change[] = []
  for (let index = 0; index < units; index += 1) {
    const code = `4209${String(index).padStart(8, '0')}`
    const name = `第${index + 1}镇`
    listed.push(...unitChanges(child(code, name, index)))
    const { cells = {} } = reports[index % reports.length] ?? {}
    const time = Date.UTC(2021, 0, 20) + index
    const bytes = await submissionBytes({ code, name, year: deskYear, cells, time })
    const hash = sha256Hex(bytes)
    await writeFile(path.join(received, `${hash}.ogi`), bytes)
    sent.push(receiveSubmission(catalogue.forms, toReceived(hash, await openedSubmission(bytes))))
  }
  const by = { author: '王芳', unit: county.code, year: deskYear }
  const drafts = [{ ...by, action: 'edit-units', changes: listed }]
  for (let done = 0; done < sent.length; done += PORTION) {
    drafts.push({ ...by, action: 'import', changes: sent.slice(done, done + PORTION) })
  }
  await appendFrames(folder, drafts)
  await buildStore(folder)
}

const child = (code: string, name: string, order: number): Unit => ({
  code,
  profile: { name, level: 'township', parent: county.code, order, ruleRow: null, sample: false },
  contact: { author: '', reviewer: '', phone: '0712-4771234' },
  kept: false,
})
