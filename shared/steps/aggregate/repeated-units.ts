import type { Report } from '../../model/report/report.ts'
import { withoutInvisible } from '../../values/invisible.ts'

/** Two reports of what is likely one unit, by their place in the list. */
export interface RepeatedUnit {
  readonly first: number
  readonly second: number
  /** What they share. */
  readonly by: 'code' | 'name'
}

/**
 * Reports that are likely of one unit: of the same code, or of the same name under another code or none. Added up they
 * would count twice. Characters that nobody sees, width and spaces make no other name.
 */
export function repeatedUnits(reports: readonly Pick<Report, 'unit'>[]): readonly RepeatedUnit[] {
  const codes = new Map<string, number>()
  const names = new Map<string, number>()
  return reports.flatMap(({ unit }, second): RepeatedUnit[] => {
    const [code, name] = [plain(unit.code), plain(unit.name)]
    const sameCode = code === '' ? undefined : codes.get(code)
    const sameName = name === '' ? undefined : names.get(name)
    if (code !== '' && sameCode === undefined) codes.set(code, second)
    if (name !== '' && sameName === undefined) names.set(name, second)
    if (sameCode !== undefined) return [{ first: sameCode, second, by: 'code' }]
    return sameName === undefined ? [] : [{ first: sameName, second, by: 'name' }]
  })
}

const plain = (text: string): string => withoutInvisible(text).normalize('NFKC').replace(/\s/g, '')
