import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { heldText } from '../../values/held-text.ts'
import type { DocumentNode } from './document.ts'
import { docxStyles, grid, kaiFace, page, signOffIndent, signOffRight, songFace } from './docx-style.ts'
import { formDocx, tableDocx } from './docx-table.ts'
import { signOffLines } from './sign-off.ts'

export interface DocxOptions {
  readonly title: string
  /** Shown in the file's properties. */
  readonly unit: string
  /** The day that the file says it was made on, `YYYY-MM-DD`; nothing in it tells the hour. */
  readonly day: string
}

/** A document as a Word file, for those who go on writing in it. The same document gives the same bytes. */
export async function documentDocx(
  nodes: readonly DocumentNode[],
  { title, unit, day }: DocxOptions,
): Promise<Uint8Array> {
  const file = new Document({
    title,
    creator: unit,
    lastModifiedBy: unit,
    styles: docxStyles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page, grid },
        footers: { default: pageFooter(AlignmentType.RIGHT), even: pageFooter(AlignmentType.LEFT) },
        children: [...nodes.flatMap((node, i) => nodeDocx(node, nodes[i + 1]?.kind)), ...afterTable(nodes.at(-1))],
      },
    ],
  })
  return finished(await Packer.pack(file, 'uint8array'), day)
}

/** `next`: the sign-off is not left alone on the next page, nor is the line under it. */
function nodeDocx(node: DocumentNode, next: DocumentNode['kind'] | undefined): (Paragraph | Table)[] {
  switch (node.kind) {
    case 'title':
      return [
        new Paragraph({
          text: node.text,
          heading: HeadingLevel.TITLE,
          ...(node.newPage === true ? { pageBreakBefore: true } : {}),
        }),
      ]
    case 'reference':
      return [new Paragraph({ text: node.text, style: 'Reference' })]
    case 'salutation':
      return [new Paragraph({ text: node.text, style: 'Salutation' })]
    case 'heading':
      return [
        new Paragraph({
          text: node.text,
          heading: node.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          style: 'Body',
          ...(next === 'sign-off' ? { keepNext: true, widowControl: false } : {}),
          children: [...lead(node.lead), new TextRun(node.text)],
        }),
      ]
    case 'table':
      return [tableDocx(node)]
    case 'form':
      return [formDocx(node)]
    case 'note':
      return [new Paragraph({ text: node.text, style: 'Note' })]
    case 'sign-off':
      return signOff(node, next === 'paragraph')
  }
}

const lead = (text: string): TextRun[] => (text === '' ? [] : [new TextRun({ text, font: kaiFace })])

/** Word wants a paragraph after a table that ends the document. */
function afterTable(last: DocumentNode | undefined): Paragraph[] {
  return last?.kind === 'form' || last?.kind === 'table' ? [new Paragraph({ text: '', style: 'Note' })] : []
}

/** GB/T 9704: the date four characters from the right, the unit centred over it. */
function signOff({ unit, date }: Extract<DocumentNode, { kind: 'sign-off' }>, isFollowed: boolean): Paragraph[] {
  const over = { left: signOffIndent(date) }
  const lines = [
    ...signOffLines(unit).map((text) => ({ text, alignment: AlignmentType.CENTER, indent: over })),
    ...(date === '' ? [] : [{ text: date, alignment: AlignmentType.RIGHT, indent: signOffRight }]),
  ]
  return lines.map(
    (line, i) =>
      new Paragraph({
        ...line,
        style: 'SignOff',
        keepNext: isFollowed || i < lines.length - 1,
        spacing: { before: i === 0 ? 870 : 0 },
      }),
  )
}

/** `— 1 —` at the outer corner. */
function pageFooter(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: songFace, size: 28 })
  return new Footer({ children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [number] })] })
}

/** What the library has no words for: margins mirrored for binding, no space by itself between characters and digits, no grid. */
const additions: Readonly<Record<string, { readonly before: string; readonly xml: string }>> = {
  'word/settings.xml': { before: '<w:evenAndOddHeaders', xml: '<w:mirrorMargins/>' },
  'word/styles.xml': {
    before: '</w:docDefaults>',
    xml: '<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>',
  },
}

/**
 * The library writes the moment into the properties and the zip: both are set to the day instead. And it writes texts as
 * they are: what XML can't hold is taken out of every part, so that none is forgotten.
 */
function finished(bytes: Uint8Array, day: string): Uint8Array {
  const core = 'docProps/core.xml'
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    const xml = heldText(new TextDecoder().decode(part))
    const dated = name === core ? xml.replace(/(<dcterms:\w+[^>]*>)[^<]*(?=<\/dcterms:)/g, `$1${day}T04:00:00Z`) : xml
    parts[name] = new TextEncoder().encode(withAddition(name, dated))
  }
  return zipSync(parts, { mtime: new Date(1980, 0, 1) })
}

function withAddition(name: string, xml: string): string {
  const addition = additions[name]
  if (addition === undefined) return xml
  const { before, xml: added } = addition
  if (!xml.includes(before)) throw new Error(`${name} has no ${before}`)
  return xml.replace('<w:pPrDefault/>', '').replace(before, added + before)
}
