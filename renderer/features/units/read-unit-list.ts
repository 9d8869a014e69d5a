import { likelyLevel } from '../../../shared/model/unit/likely-level.ts'
import { codesOf, type Unit, type UnitLevel, unitLevels } from '../../../shared/model/unit/unit-record.ts'
import { unitLevelNames } from '../../../shared/wording/unit-level.ts'
import { isOfficialCode, plainCode } from './unit-code.ts'

export interface ListedUnit {
  readonly name: string
  readonly code: string
  readonly level: UnitLevel
  readonly phone: string
}

export interface ListProblem {
  readonly line: number
  readonly text: string
  readonly code: 'no-name' | 'bad-code' | 'code-taken' | 'name-taken' | 'sum'
}

function levelOf(words: readonly string[], name: string): UnitLevel {
  for (const word of words) {
    const named = unitLevels.find((level) => unitLevelNames[level].startsWith(word.slice(0, 2)))
    if (named !== undefined) return named
  }
  return likelyLevel(name)
}

// Landlines have 7 or 8 digits and may carry an area code; mobile numbers have 11. A code never has as many.
const isPhone = (text: string): boolean => /^(\+?86-?)?(1\d{10}|(0\d{2,3}-?)?\d{7,8})(-\d{1,5})?$/.test(text)
const isCode = (text: string): boolean => isOfficialCode(plainCode(text))
// Long, with digits and no Chinese, and neither a code nor a telephone number: somebody's slip.
const looksLikeCode = (text: string): boolean => /^[0-9A-Za-z]{6,}$/.test(text.normalize('NFKC')) && /\d{3}/.test(text)

/**
 * Reads a list of units as it is pasted from Excel or WPS or typed: one unit a line, columns in any order, told apart
 * by what they look like: an official code, a phone number, the name of a level; the name is the first
 * column that is none of these. Without a level the ending of the name says it (乡、镇、街道 are townships).
 */
export function readUnitList(
  text: string,
  taken: { readonly codes: ReadonlySet<string>; readonly names: ReadonlySet<string> },
): { readonly units: readonly ListedUnit[]; readonly problems: readonly ListProblem[] } {
  const codes = new Set(taken.codes)
  const names = new Set(taken.names)
  const units: ListedUnit[] = []
  const problems: ListProblem[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const columns = line
      .split(/[\t,，]/)
      .map((column) => column.trim())
      .filter((column) => column !== '')
    if (columns.length === 0 || columns.some((column) => column === '单位名称' || column === '单位')) continue
    const unit = readColumns(columns)
    const code = problemOf(unit)
    if (code !== null) {
      problems.push({ line: i + 1, text: line, code })
      continue
    }
    names.add(unit.name)
    if (unit.code !== '') codes.add(unit.code)
    units.push(unit)
  }
  return { units, problems }

  function problemOf(unit: ListedUnit): ListProblem['code'] | null {
    if (/^(总|合|小|共)\s*计/.test(unit.name)) return 'sum'
    if (unit.name === '') return 'no-name'
    if (unit.code !== '' && !isOfficialCode(unit.code)) return 'bad-code'
    if (names.has(unit.name)) return 'name-taken'
    return unit.code !== '' && codes.has(unit.code) ? 'code-taken' : null
  }
}

/** The columns of one line, told apart by what they look like; a line without a name gives an empty one. */
function readColumns(columns: readonly string[]): ListedUnit {
  const typed = columns.find(isCode) ?? columns.find((column) => !isPhone(column) && looksLikeCode(column)) ?? ''
  const code = plainCode(typed)
  const phone = columns.find((column) => column !== typed && isPhone(column)) ?? ''
  const words = columns.filter((column) => column !== typed && column !== phone)
  const levelWords = words.filter((word) => unitLevels.some((level) => unitLevelNames[level].split('（')[0] === word))
  const name = words.find((word) => !levelWords.includes(word) && /\p{Script=Han}/u.test(word)) ?? ''
  return { name, code, phone, level: levelOf(levelWords, name) }
}

/**
 * A listed unit as a unit of the tree, under the desk that lists it. Without a code it gets one of this PC's own; one
 * that this PC knows by its code stays what it is and takes its place.
 */
export function newUnitBelow(parent: Unit, listed: ListedUnit, order: number, known: readonly Unit[]): Unit {
  const before = known.find((one) => codesOf(one).includes(listed.code))
  if (before !== undefined) return { ...before, profile: { ...before.profile, parent: parent.code, order } }
  return {
    code: listed.code === '' ? `local:${crypto.randomUUID()}` : listed.code,
    profile: {
      name: listed.name,
      level: listed.level,
      parent: parent.code,
      order,
      ruleRow: null,
      sample: parent.profile.sample,
    },
    contact: { author: '', reviewer: '', phone: listed.phone },
    kept: false,
  }
}
