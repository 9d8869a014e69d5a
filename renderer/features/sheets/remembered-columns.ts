import type { Proposal } from '../../../shared/steps/sheets/columns/propose-plan.ts'
import { z } from '../../../shared/values/parse.ts'
import { markOf } from './mark-of.ts'

const KEY = 'sheet-columns'

/** By unit and register, then by the mark of a heading: the column's id, or `''` for one that is not imported. */
const schema = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * Which columns the clerk said a file's headings mean. A convenience of this window only, like the last place. A heading
 * is kept as a mark of it, never as itself: what was taken for headings may have been somebody's row.
 */
export function rememberedColumns(
  unit: string,
  register: string,
  { columns, fileColumns }: Proposal,
): (string | null)[] {
  const known = read()[`${unit}|${register}`] ?? {}
  const own = fileColumns.map(({ heading }) => (heading === '' ? undefined : known[markOf(heading)]))
  const taken = new Set(own.filter((id) => id !== undefined && id !== ''))
  return columns.map((id, at) => {
    const said = own[at]
    if (said !== undefined) return said === '' ? null : said
    return id !== null && taken.has(id) ? null : id
  })
}

/** Whether every heading of the file was told before. */
export function isRemembered(unit: string, register: string, { fileColumns }: Proposal): boolean {
  const known = read()[`${unit}|${register}`] ?? {}
  return fileColumns.every(({ heading }) => heading === '' || known[markOf(heading)] !== undefined)
}

export function rememberColumns(
  unit: string,
  register: string,
  { fileColumns }: Proposal,
  columns: readonly (string | null)[],
): void {
  const all = read()
  const place = `${unit}|${register}`
  const own = { ...all[place] }
  for (const [at, { heading }] of fileColumns.entries()) if (heading !== '') own[markOf(heading)] = columns[at] ?? ''
  localStorage.setItem(KEY, JSON.stringify({ ...all, [place]: own }))
}

function read(): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(KEY) ?? ''))
  } catch {
    return {}
  }
}
