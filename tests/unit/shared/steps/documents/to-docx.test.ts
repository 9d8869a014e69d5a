import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { DocumentNode } from '../../../../../shared/steps/documents/document.ts'
import { reportDocument } from '../../../../../shared/steps/documents/report-document.ts'
import { documentDocx } from '../../../../../shared/steps/documents/to-docx.ts'
import { lettersOf } from '../../../../../shared/steps/letters/letter.ts'
import { makeLetter } from '../../../../../shared/steps/letters/make-letter.ts'
import { letterWords } from '../../../../../shared/wording/letter-words.ts'
import { catalogue } from '../../../../fixtures/catalogue.ts'
import { documentText } from '../../../../fixtures/document-text.ts'
import { fullDetails, letterContext, oneOfEach } from '../../../../fixtures/letter-context.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'

const options = { title: '答复书 & <一>', unit: '花园镇人民政府', day: '2026-11-23' }

async function parts(nodes: readonly DocumentNode[]): Promise<Record<string, string>> {
  const zip = unzipSync(await documentDocx(nodes, options))
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const unescapeXml = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The text of each paragraph, in order. */
const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    unescapeXml([...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('')),
  )

describe('documentDocx()', () => {
  it('says in Word what every letter says', async () => {
    for (const stage of [null, ...Object.values(oneOfEach)]) {
      for (const letter of lettersOf(stage)) {
        const { nodes } = makeLetter(
          letter,
          letterContext(...(stage === null ? [] : [stage])),
          fullDetails,
          letterWords,
          catalogue,
        )
        const xml = (await parts(nodes))['word/document.xml'] ?? ''
        const said = documentText(nodes)
          .split(/[|\n]/)
          .filter((line) => line !== '')
        expect(paragraphsOf(xml).filter((line) => line !== '')).toEqual(said)
      }
    }
  })

  it('sets title, text and headings through styles in official fonts', async () => {
    const { nodes } = makeLetter(
      { kind: 'decision', stage: oneOfEach.decision },
      letterContext(),
      fullDetails,
      letterWords,
      catalogue,
    )
    const { 'word/document.xml': xml = '', 'word/styles.xml': styles = '' } = await parts(nodes)
    for (const style of ['Title', 'Reference', 'Salutation', 'Body', 'SignOff']) {
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
      expect(styles).toContain(`w:styleId="${style}"`)
    }
    for (const font of ['仿宋', '黑体', '楷体', '方正小标宋简体']) expect(styles).toContain(`w:eastAsia="${font}"`)
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"|<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"/)
  })

  it('keeps spans and widths of the report in real tables', async () => {
    const form = formOf('2021')
    const xml =
      (await parts(reportDocument(form, emptyReport(form, 2026, { code: '1', name: '花园镇' }))))[
        'word/document.xml'
      ] ?? ''
    expect(xml.match(/<w:tbl>/g)).toHaveLength(form.tables.length)
    expect(xml).toContain('<w:vMerge w:val="restart"/>')
    expect(xml).toMatch(/<w:gridSpan w:val="\d+"\/>/)
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
    expect(widths.length).toBe(form.tables.reduce((sum, table) => sum + table.widths.length, 0))
    expect(paragraphsOf(xml)).toContain('一、总体情况')
  })

  it('keeps what was typed as text', async () => {
    const typed = '</w:t><w:br/>&amp;<一>'
    const xml = (await parts([{ kind: 'paragraph', lead: '', text: typed }]))['word/document.xml'] ?? ''
    expect(paragraphsOf(xml)).toContain(typed)
    expect(xml).not.toContain('<w:br/>')
  })

  it('holds no character at which Word gives up, wherever it was typed', async () => {
    const bad = '\u0000\u0001\u001f\ud800\ufdd0\ufffe\uffff\u{1ffff}'
    const zip = unzipSync(
      await documentDocx([{ kind: 'paragraph', lead: `甲${bad}`, text: `乙${bad}丙` }], {
        title: bad,
        unit: bad,
        day: '2026-11-23',
      }),
    )
    const all = Object.values(zip)
      .map((part) => strFromU8(part))
      .join('')
    expect(all).toContain('乙')
    expect(all).not.toMatch(/[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u)
  })

  it('ends with a paragraph, so that a table may come last', async () => {
    const nodes: DocumentNode[] = [{ kind: 'form', id: 'f', caption: '', widths: [1], lines: [] }]
    expect((await parts(nodes))['word/document.xml']).toMatch(/<\/w:tbl><w:p>.*?<\/w:p><w:sectPr/s)
  })

  it('mirrors the margins, keeps the paper’s grid and puts no space beside digits', async () => {
    const { nodes } = makeLetter({ kind: 'receipt' }, letterContext(), fullDetails, letterWords, catalogue)
    const file = await parts(nodes)
    expect(file['word/settings.xml']).toContain('<w:mirrorMargins/><w:evenAndOddHeaders/>')
    expect(file['word/document.xml']).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="580"/>')
    expect(file['word/styles.xml']).toMatch(
      /<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"\/><w:autoSpaceDN w:val="0"\/><w:snapToGrid w:val="0"\/><\/w:pPr><\/w:pPrDefault><\/w:docDefaults>/,
    )
    // 28 characters of 15.75 pt are no wider than the 156 mm between the margins.
    expect(file['word/styles.xml']).toContain('<w:spacing w:val="-5"/>')
  })

  it('keeps the last sentences with unit and date; the date four characters from the right, the unit centred over it', async () => {
    const { nodes } = makeLetter({ kind: 'receipt' }, letterContext(), fullDetails, letterWords, catalogue)
    const xml = (await parts(nodes))['word/document.xml'] ?? ''
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
    const date = paragraphs.findIndex((paragraph) => paragraph.includes('2026年11月23日'))
    const [said = '', unit = '', day = ''] = paragraphs.slice(date - 2, date + 1)
    expect(said).toContain('<w:keepNext/>')
    expect(unit).toContain('花园镇人民政府')
    expect(unit).toContain('<w:keepNext/>')
    // Nor is the line under it alone on the next page.
    expect(day).toContain('<w:keepNext/>')
    expect(day).toMatch(/<w:ind [^>]*w:right="1280"/)
    expect(day).toMatch(/<w:jc w:val="(right|end)"\/>/)
    expect(unit).toMatch(/<w:jc w:val="center"\/>/)
    // 2026年11月23日 is 7 characters wide: its middle is 7.5 characters from the right, and so is the unit's.
    const left = Number(/<w:ind [^>]*w:left="(\d+)"/.exec(unit)?.[1])
    expect((8844 - left) / 2).toBeCloseTo(7.5 * 320, -1)
  })

  it('gives the same bytes for the same letter, dated by the day alone', async () => {
    const { nodes } = makeLetter({ kind: 'receipt' }, letterContext(), fullDetails, letterWords, catalogue)
    expect(await documentDocx(nodes, options)).toEqual(await documentDocx(nodes, options))
    const core = (await parts(nodes))['docProps/core.xml']
    expect(core).toContain('2026-11-23T04:00:00Z')
    expect(unescapeXml(core ?? '')).toContain(`<dc:title>${options.title}</dc:title>`)
  })
})
