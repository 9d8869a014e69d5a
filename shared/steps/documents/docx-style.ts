import { AlignmentType, DocumentGridType, type IStylesOptions, LineRuleType } from 'docx'
import { widthInCharacters } from './sign-off.ts'

/**
 * The look of print-style.ts as Word knows it: sizes in half-points, the rest in twips (twentieths of a point). Word on
 * an office PC has these fonts; one that is missing is replaced by Word.
 */
const face = (eastAsia: string) => ({ ascii: eastAsia, hAnsi: eastAsia, cs: eastAsia, eastAsia })
export const songFace = face('宋体')
export const kaiFace = face('楷体')

/** 2 characters of 三号. */
const twoCharacters = { firstLine: 640, firstLineChars: 200 }
const text = { line: 580, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const body = { spacing: text, indent: twoCharacters, alignment: AlignmentType.BOTH }
const heading = (eastAsia: string) => ({
  run: { font: face(eastAsia), size: 32, bold: false, italics: false, color: '000000' },
  paragraph: { ...body, alignment: AlignmentType.LEFT, keepNext: true },
})
const cell = { line: 400, lineRule: LineRuleType.AT_LEAST, before: 40, after: 40 }

/** A4 and its margins by GB/T 9704-2012, in twips: 210 × 297 mm; 37, 26, 35 and 28 mm. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, right: 1474, bottom: 1984, left: 1588, header: 851, footer: 1446 },
}
/**
 * The paper's grid, 22 lines of 28 characters, for what is written into the file later. Our own paragraphs keep out of it (to-docx.ts):
 * they have a fixed height and are set a little closer, which makes 28 characters in every program that opens them.
 */
export const grid = { type: DocumentGridType.LINES_AND_CHARS, linePitch: 580 }
/** In twips: 16 pt are set as 15.75. */
const CLOSER = -5
export const TEXT_WIDTH_TWIPS = page.size.width - page.margin.left - page.margin.right

/** A character of 三号. */
const CHARACTER = 320

/** Four characters from the right. */
export const signOffRight = { left: 0, right: 4 * CHARACTER }

/** The left edge under which a unit is centred over its date: as far from the date's middle as the right edge is. */
export function signOffIndent(date: string): number {
  const toMiddle = date === '' ? 8 : 4 + widthInCharacters(date) / 2
  return Math.max(0, Math.round(TEXT_WIDTH_TWIPS - 2 * toMiddle * CHARACTER))
}

/** The styles, so that whoever edits the file in Word changes a style and not each paragraph. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: face('仿宋'), size: 32, characterSpacing: CLOSER, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
    },
    title: {
      run: { font: face('方正小标宋简体'), size: 44, bold: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: 680, lineRule: LineRuleType.EXACT, before: 0, after: 580 },
      },
    },
    heading1: heading('黑体'),
    heading2: heading('楷体'),
  },
  paragraphStyles: [
    { id: 'Body', name: '正文段落', basedOn: 'Normal', quickFormat: true, paragraph: body },
    {
      id: 'Reference',
      name: '文号',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { ...text, after: 580 }, alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: 'Salutation',
      name: '称呼段落',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: text, keepNext: true },
    },
    {
      id: 'SignOff',
      name: '落款',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: text, keepLines: true },
    },
    {
      id: 'Label',
      name: '表格栏目',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 24 },
      paragraph: { spacing: cell, alignment: AlignmentType.CENTER },
    },
    {
      id: 'Entry',
      name: '表格内容',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 24 },
      paragraph: { spacing: cell, alignment: AlignmentType.LEFT },
    },
    {
      id: 'Figure',
      name: '表格数字',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: songFace, size: 21 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 270, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
      },
    },
    {
      id: 'Note',
      name: '表注',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 24 },
      paragraph: { spacing: { line: 360, lineRule: LineRuleType.AT_LEAST, before: 120, after: 120 } },
    },
  ],
}
