import { placeBoxes } from '../../catalogue/forms/place-boxes.ts'
import type { DocumentNode, PrintedBox, PrintedLine } from './document.ts'
import { figureSize, figureSizes } from './figure-size.ts'
import { escapeHtml } from './html.ts'
import { TEXT_WIDTH } from './print-style.ts'

type TableNode = Extract<DocumentNode, { kind: 'table' }>

type Columns = Pick<TableNode, 'id' | 'widths'>

const share = ({ widths }: Columns, from: number, span: number): number =>
  widths.slice(from, from + span).reduce((sum, width) => sum + width, 0) / widths.reduce((sum, width) => sum + width, 0)

/** Column widths as rules of the style sheet: the page's policy allows no style on the elements. */
export function columnStyle(table: Columns): string {
  return table.widths
    .map((_, i) => `.${table.id} col:nth-child(${i + 1}){width:${(share(table, i, 1) * 100).toFixed(3)}%}`)
    .join('')
}

/**
 * A table with its spans. The head of a table of one block is repeated on each page; the blocks of a table of several
 * have their own heads and stay whole.
 */
export function tableHtml(table: TableNode): string {
  const columns = new Map(
    placeBoxes(table.lines)
      .flat()
      .map(({ box, column }) => [box, column]),
  )
  const line = (printed: PrintedLine): string =>
    `<tr>${printed.boxes.map((box) => boxHtml(box, printed.kind, table, columns.get(box) ?? 0)).join('')}</tr>`
  const blocks = splitBlocks(table.lines)
  const [only] = blocks
  const body =
    blocks.length === 1 && only !== undefined
      ? `<thead>${only.head.map(line).join('')}</thead><tbody>${only.body.map(line).join('')}</tbody>`
      : blocks
          .map(({ head, body }) => `<tbody class="block">${[...head, ...body].map(line).join('')}</tbody>`)
          .join('\n')
  return `<table class="${escapeHtml(table.id)}${isLong(table) ? ' dense' : ''}">
<caption>${escapeHtml(table.caption)}</caption>
<colgroup>${'<col>'.repeat(table.widths.length)}</colgroup>
${body}
</table>`
}

/** A table of so many lines is set closer, so that it still stays on one page. */
const isLong = ({ lines }: TableNode): boolean => lines.filter(({ kind }) => kind === 'body').length > 23

interface PrintedBlock {
  readonly head: PrintedLine[]
  readonly body: PrintedLine[]
}

/** A block begins where a head line follows a body line. */
function splitBlocks(lines: readonly PrintedLine[]): PrintedBlock[] {
  const blocks: PrintedBlock[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last === undefined || (line.kind === 'head' && last.body.length > 0)) blocks.push({ head: [], body: [] })
    blocks.at(-1)?.[line.kind].push(line)
  }
  return blocks
}

function boxHtml(box: PrintedBox, line: PrintedLine['kind'], table: TableNode, column: number): string {
  const spans = `${box.colSpan > 1 ? ` colspan="${box.colSpan}"` : ''}${box.rowSpan > 1 ? ` rowspan="${box.rowSpan}"` : ''}`
  if (box.kind === 'figure') {
    return `<td${spans}>${figureHtml(box, TEXT_WIDTH * share(table, column, box.colSpan))}</td>`
  }
  const scope = line === 'head' ? (box.colSpan > 1 ? 'colgroup' : 'col') : box.rowSpan > 1 ? 'rowgroup' : 'row'
  const role = box.role === 'row' && box.rowSpan > 1 ? 'row group' : box.role
  // A narrow label breaks after its number: （三） over 不予公开.
  const text = escapeHtml(box.text).replace(/^（[一二三四五六七八九十]+）/, box.vertical ? '$&' : '$&<wbr>')
  return `<th class="${role}" scope="${scope}"${spans}>${box.vertical ? `<span class="upright">${text}</span>` : text}</th>`
}

function figureHtml({ text, remark }: Extract<PrintedBox, { kind: 'figure' }>, width: number): string {
  if (text === '' && remark === '') return ''
  const size = figureSize(text, width)
  const smallest = figureSizes.length - 1
  const isLong = size === figureSizes[smallest]
  const figure = `<span class="f${figureSizes.indexOf(size)}${isLong ? ' long' : ''}">${escapeHtml(text)}</span>`
  return remark === '' ? figure : `${figure}<span class="remark">${escapeHtml(remark)}</span>`
}
