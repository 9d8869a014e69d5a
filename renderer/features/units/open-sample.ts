import { unitChanges } from '../../../shared/actions/unit-changes.ts'
import { submissionFileName } from '../../../shared/model/package/submission-file-name.ts'
import { reportRecordId } from '../../../shared/model/report/report-record.ts'
import type { Unit } from '../../../shared/model/unit/unit-record.ts'
import { sampleCounty, sampleReports } from '../../../shared/sample/sample-county.ts'
import { sampleKeys } from '../../../shared/sample/sample-keys.ts'
import { sampleTextChanges } from '../../../shared/sample/sample-texts.ts'
import { importFiles } from '../../store/packages/import-packages.ts'
import { randomHex } from '../../store/random-hex.ts'
import { stageBytes } from '../../store/stage-bytes.ts'
import type { Store } from '../../store/store.ts'
import { recordAction } from '../../store/write/record-action.ts'

const YEAR = 2020

/** When the sample units "sent" their files: 20 January 2021, 9:00 in Beijing. */
const SENT = Date.UTC(2021, 0, 20, 1)

/** Before every code of a practice unit, so that the real unit of that code can be entered beside it. */
const PRACTICE = 'sample:'

/** The sample county with codes of its own. */
function practiceCounty(): { county: Unit; units: Unit[] } {
  const { county, units } = sampleCounty()
  const code = `${PRACTICE}${county.code}`
  return {
    county: { ...county, code },
    units: units.map((unit) => ({
      ...unit,
      code: `${PRACTICE}${unit.code}`,
      profile: { ...unit.profile, parent: code },
    })),
  }
}

/**
 * Lays a sample county out for practice: its tree, and the files of its units taken in by the same way that real
 * ones come. Gives where to go, or null where the disk refused (the save state says why).
 */
export async function openSample(store: Store): Promise<{ unit: string; year: number } | null> {
  const { county, units } = practiceCounty()
  const tree = await recordAction(store, {
    action: 'open-sample',
    unit: county.code,
    year: YEAR,
    undoable: false,
    edit: () => [county, ...units].flatMap(unitChanges),
  })
  if (!tree.ok) return null
  const reports = sampleReports(store.catalogue.forms)
  const files = []
  for (const [i, unit] of units.entries()) {
    const sampled = reports.get(unit.code.slice(PRACTICE.length))
    if (sampled === undefined) continue
    const report = { ...sampled, unit: { code: unit.code, name: unit.profile.name } }
    const keys = sampleKeys(unit.code)
    const draft = {
      report,
      basis: { provenance: {}, reasons: [], people: unit.contact },
      to: county.code,
      layer: 'own',
      revision: 1,
      follows: [],
      device: 'sample',
      exported: new Date(SENT + i).toISOString(),
      appVersion: store.start.appVersion,
      practice: true,
      signer: keys.signer,
      nonce: randomHex(32),
    } as const
    const packed = await store.packages.pack(draft, keys.sign)
    if (!packed.ok) return null
    const { bytes } = packed.value
    const name = submissionFileName(unit.profile.name, YEAR, 1)
    const token = await stageBytes(store, name, bytes)
    if (!token.ok) return null
    files.push({ token: token.value, name, size: bytes.length })
  }
  const taken = await importFiles(store, { unit: county.code, year: YEAR, files })
  const id = { unit: county.code, year: YEAR, layer: 'total' } as const
  const texts = await recordAction(store, {
    action: 'open-sample',
    unit: county.code,
    year: YEAR,
    undoable: false,
    edit: async (read, { forms }) => sampleTextChanges(forms, id, await read('report', reportRecordId(id))),
  })
  return taken.ok && texts.ok ? { unit: county.code, year: YEAR } : null
}
