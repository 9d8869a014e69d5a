import type { DocumentNode } from './document.ts'
import { escapeHtml } from './html.ts'
import { unbrokenHtml } from './unbroken.ts'

export type FormNode = Extract<DocumentNode, { kind: 'form' }>

/** A form of so few lines is not torn over two pages. */
export const fitsOnPage = (lines: FormNode['lines']): boolean => lines.length <= 10

const letterKinds: readonly DocumentNode['kind'][] = ['reference', 'salutation', 'form']

/** What letters need beside the print style; empty for a document without their parts, whose page stays as it is. */
export function letterStyle(nodes: readonly DocumentNode[]): string {
  if (!nodes.some(({ kind }) => letterKinds.includes(kind))) return ''
  return `
.reference{margin:-14.49pt 0 28.98pt;text-align:center;text-indent:0}
.salutation{text-indent:0;break-after:avoid}
.sign-off{margin-top:43.47pt}
.sign-off+p{break-before:avoid;text-align:left}
.new-page{break-before:page}
.form{font-size:12pt;line-height:20pt;break-inside:auto}
.form th,.form td{padding:5pt 6pt}
.form td{text-align:left}
.form .room{height:62pt}
.form th{word-break:keep-all;text-wrap:balance}
.form.whole{break-inside:avoid}
`
}

/** A form with its labels as row heads. */
export function formHtml({ id, caption, widths, lines }: FormNode): string {
  const rows = lines.map(({ room, boxes }) => {
    const cells = boxes.map(({ kind, text, colSpan }) => {
      const span = colSpan > 1 ? ` colspan="${colSpan}"` : ''
      const content = text
        .split('\n')
        .map(kind === 'label' ? escapeHtml : unbrokenHtml)
        .join('<br>')
      return kind === 'label' ? `<th scope="row"${span}>${content}</th>` : `<td${span}>${content}</td>`
    })
    return `<tr${room ? ' class="room"' : ''}>${cells.join('')}</tr>`
  })
  return `<table class="form ${escapeHtml(id)}${fitsOnPage(lines) ? ' whole' : ''}">
<caption>${escapeHtml(caption)}</caption>
<colgroup>${'<col>'.repeat(widths.length)}</colgroup>
<tbody>${rows.join('\n')}</tbody>
</table>`
}
