import type { Send } from './cdp.ts'

/** Electron's options; lengths are inches. */
export interface PdfOptions {
  landscape?: boolean
  displayHeaderFooter?: boolean
  printBackground?: boolean
  scale?: number
  pageSize?: string | { width: number; height: number }
  margins?: { top?: number; bottom?: number; left?: number; right?: number }
  pageRanges?: string
  headerTemplate?: string
  footerTemplate?: string
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

/** Width and height in inches. */
const paperSizes: Record<string, readonly [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** Prints the page of the session as Electron's printToPDF does, Letter and margins of 1 cm where nothing is said. */
export async function printToPdf(send: Send, options: PdfOptions): Promise<Buffer> {
  const [paperWidth, paperHeight] = paperSize(options.pageSize ?? 'Letter')
  const margins = { top: 0.4, bottom: 0.4, left: 0.4, right: 0.4, ...options.margins }
  const { stream } = await send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    marginRight: margins.right,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  })
  if (stream === undefined) throw new Error('Failed to generate PDF: no stream')
  return readStream(send, stream)
}

function paperSize(size: string | { width: number; height: number }): readonly [number, number] {
  if (typeof size !== 'string') return [size.width, size.height]
  const known = paperSizes[size]
  if (known === undefined) throw new Error(`Invalid pageSize ${size}`)
  return known
}

async function readStream(send: Send, handle: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let end = false; !end; ) {
    const part = await send('IO.read', { handle, size: 4 << 20 })
    parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'))
    end = part.eof
  }
  await send('IO.close', { handle })
  return Buffer.concat(parts)
}
