import { fail, ok, type Result } from '../../../values/result.ts'
import { readZip, type ZipProblem } from '../../../values/zip/read-zip.ts'
import { unpackZip } from '../../../values/zip/unpack-zip.ts'
import { writeZip } from '../../../values/zip/write-zip.ts'
import { type SheetProblem, sheetLimits } from '../sheet-problem.ts'
import { isLyingCell, isLyingTag, isTooMerged, mergedRows } from './lying-places.ts'

/** What no figure stands in; pictures and the like would only cost time. */
const passedOver =
  /(^|\/)(media|drawings|charts|theme|printerSettings|embeddings|pivot\w*|externalLinks|customXml|ctrlProps|activeX|slicer\w*|threadedComments)\/|comments\d*\.xml$|vmlDrawing|vbaProject|calcChain/i

export interface Unpacked {
  /** The same workbook, nothing of it packed: what is read next needs no unpacking, and so cannot swell. */
  readonly zip: Uint8Array
  /** Rows with something in them, of the longest sheet. */
  readonly rows: number
}

/**
 * Unpacks a workbook within `sheetLimits`, before any other program sees it. The zip's own list of contents is not
 * believed: a part that holds more than the list says ends the reading there and then.
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Result<Unpacked, SheetProblem>> {
  const entries = readZip(bytes, sheetLimits.zip)
  if (!entries.ok) return fail({ code: problemCodes[entries.problem.code] })
  const names = entries.value.map(({ name }) => placeOf(name).toLowerCase())
  if (!names.some((name) => name.endsWith('workbook.xml'))) return fail({ code: kindOf(names) })
  const unpacked = await unpackZip(
    entries.value.filter(({ name }) => !passedOver.test(name)),
    sheetLimits.zip,
  )
  if (!unpacked.ok) return fail({ code: problemCodes[unpacked.problem.code] })
  const sheets = unpacked.value.filter(({ name }) => sheetPart.test(placeOf(name)))
  const counts = sheets.map(({ packed }) => filledIn(packed))
  const cells = counts.reduce((sum, count) => sum + count.cells, 0)
  if (cells > sheetLimits.cells || counts.some(({ isLying }) => isLying)) return fail({ code: 'unpacks-too-large' })
  const rows = Math.max(0, ...counts.map((count) => count.rows))
  if (rows > sheetLimits.rows + HEAD_ROWS) return fail({ code: 'too-many-rows', rows })
  return ok({ zip: writeZip(unpacked.value), rows })
}

/** Titles and headings above the rows themselves. */
const HEAD_ROWS = 50

const sheetPart = /sheets?\/[^/]*\.xml$/i

const placeOf = (name: string): string => name.replaceAll('\\', '/')

const problemCodes = {
  'no-zip': 'damaged',
  damaged: 'damaged',
  unsupported: 'damaged',
  duplicate: 'damaged',
  'too-large': 'unpacks-too-large',
  encrypted: 'encrypted',
} as const satisfies Record<ZipProblem['code'], SheetProblem['code']>

function kindOf(names: readonly string[]): 'word' | 'package' | 'other-format' | 'not-a-sheet' {
  if (names.includes('word/document.xml')) return 'word'
  if (names.includes('xl/workbook.bin') || names.includes('content.xml') || names.includes('index/document.iwa'))
    return 'other-format'
  return names.includes('manifest.json') ? 'package' : 'not-a-sheet'
}

const [LESS, COLON, GREATER, SPACE, SLASH] = [0x3c, 0x3a, 0x3e, 0x20, 0x2f]
const [C, R, O, W, V, I, S, L, M] = [0x63, 0x72, 0x6f, 0x77, 0x76, 0x69, 0x73, 0x6c, 0x6d]

interface Counted {
  /** Rows that hold a value: formatted empty rows, a million of them in some files, are none. */
  readonly rows: number
  readonly cells: number
  /** It names places that no sheet has, or merges more than a list holds. */
  readonly isLying: boolean
}

/** What a sheet's XML holds, without reading it. */
function filledIn(xml: Uint8Array): Counted {
  let rows = 0
  let cells = 0
  let isFilled = true
  let ranges = 0
  let merged = 0
  const lying: Counted = { rows: 0, cells: 0, isLying: true }
  for (let i = xml.indexOf(LESS); i >= 0; i = xml.indexOf(LESS, i + 1)) {
    let at = i + 1
    let end = at
    while (isLetter(xml[end])) end += 1
    // A prefix: <x:row>
    if (xml[end] === COLON) at = end + 1
    const [a, b, c, d] = [xml[at], xml[at + 1], xml[at + 2], xml[at + 3]]
    if (a === C && ends(b)) {
      cells += 1
      if (isLyingCell(xml, at)) return lying
    } else if (a === R && b === O && c === W && ends(d)) {
      isFilled = false
      if (isLyingTag(xml, at, 'row')) return lying
    } else if (a === C && b === O && c === L && ends(d)) {
      if (isLyingTag(xml, at, 'col')) return lying
    } else if (a === M && end - at === MERGE_CELL) {
      ranges += 1
      merged += mergedRows(xml, at) ?? Number.POSITIVE_INFINITY
      if (isTooMerged(ranges, merged)) return lying
    } else if (!isFilled && ((a === V && ends(b)) || (a === I && b === S && ends(c)))) {
      isFilled = true
      rows += 1
    }
  }
  return { rows, cells, isLying: false }
}

/** Letters of `mergeCell`. */
const MERGE_CELL = 9

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | SPACE) >= 0x61 && (byte | SPACE) <= 0x7a

const ends = (byte: number | undefined): boolean => byte === GREATER || byte === SPACE || byte === SLASH
