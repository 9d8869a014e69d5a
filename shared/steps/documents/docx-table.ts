import {
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { DocumentNode, PrintedBox } from './document.ts'
import { TEXT_WIDTH_TWIPS } from './docx-style.ts'
import { fitsOnPage } from './letter-html.ts'

type NodeOf<K extends DocumentNode['kind']> = Extract<DocumentNode, { kind: K }>

/** Height of a line to sign or write in. */
const ROOM = 1240

/** A table of the report: real spans, its first head lines repeated on each page. */
export function tableDocx({ widths, lines }: NodeOf<'table'>): Table {
  const firstBody = lines.findIndex(({ kind }) => kind === 'body')
  const rows = lines.map(
    ({ boxes }, i) => new TableRow({ cantSplit: true, tableHeader: i < firstBody, children: boxes.map(printedCell) }),
  )
  return whole(rows, widths)
}

/** A form, with room where somebody signs. */
export function formDocx({ widths, lines }: NodeOf<'form'>): Table {
  const columns = columnWidths(widths)
  const isWhole = fitsOnPage(lines)
  const rows = lines.map(({ room, boxes }, i) => {
    let column = 0
    const children = boxes.map(({ kind, text, colSpan }) => {
      const width = columns.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0)
      column += colSpan
      const style = kind === 'label' ? 'Label' : 'Entry'
      return new TableCell({
        columnSpan: colSpan,
        width: { size: width, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: text.split('\n').map((line) => new Paragraph({ text: line, style })),
      })
    })
    return new TableRow({
      cantSplit: true,
      keepNext: isWhole && i < lines.length - 1,
      ...(room ? { height: { value: ROOM, rule: HeightRule.ATLEAST } } : {}),
      children,
    })
  })
  return whole(rows, widths)
}

function printedCell(box: PrintedBox): TableCell {
  const text = box.kind === 'figure' ? `${box.text}${box.remark}` : box.text
  const vertical = box.kind === 'label' && box.vertical
  return new TableCell({
    columnSpan: box.colSpan,
    rowSpan: box.rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: [new Paragraph({ text, style: 'Figure' })],
  })
}

function columnWidths(widths: readonly number[]): number[] {
  const sum = widths.reduce((total, width) => total + width, 0)
  return widths.map((width) => Math.round((width / sum) * TEXT_WIDTH_TWIPS))
}

function whole(rows: TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths: columnWidths(widths),
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 60, right: 60, top: 0, bottom: 0 },
  })
}
