import { sha256 } from '@noble/hashes/sha2.js'
import type { DocumentNode } from './document.ts'
import { escapeHtml } from './html.ts'
import { formHtml, letterStyle } from './letter-html.ts'
import { printStyle } from './print-style.ts'
import { signOffLines } from './sign-off.ts'
import { columnStyle, tableHtml } from './table-html.ts'
import { unbrokenHtml } from './unbroken.ts'

export interface HtmlOptions {
  readonly title: string
  /** Says 草稿 at the top of each page. */
  readonly draft?: boolean
}

/**
 * A document as one self-contained page, ready to be printed: no script, no outside file, everything escaped. Its
 * own policy allows exactly the one style sheet that it carries.
 */
export function documentHtml(nodes: readonly DocumentNode[], { title, draft = false }: HtmlOptions): string {
  const columns = nodes.map((node) => (node.kind === 'table' || node.kind === 'form' ? columnStyle(node) : ''))
  const style = printStyle(draft) + columns.join('') + letterStyle(nodes)
  const hash = toBase64(sha256(new TextEncoder().encode(style)))
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${nodes.map((node, i) => nodeHtml(node, nodes[i + 1]?.kind === 'sign-off')).join('\n')}
</body>
</html>
`
}

/** `isLast`: the sign-off follows. */
function nodeHtml(node: DocumentNode, isLast: boolean): string {
  switch (node.kind) {
    case 'title':
      // Breaks after the year rather than inside a word.
      return `<h1${node.newPage === true ? ' class="new-page"' : ''}>${escapeHtml(node.text).replace(/\d{4}年/, '$&<wbr>')}</h1>`
    case 'reference':
      return `<p class="reference">${unbrokenHtml(node.text)}</p>`
    case 'salutation':
      return `<p class="salutation">${escapeHtml(node.text)}</p>`
    case 'heading':
      return node.level === 1 ? `<h2>${escapeHtml(node.text)}</h2>` : `<h3>${escapeHtml(node.text)}</h3>`
    case 'paragraph':
      return `<p${isLast ? ' class="last"' : ''}>${node.lead === '' ? '' : `<b>${escapeHtml(node.lead)}</b>`}${unbrokenHtml(node.text)}</p>`
    case 'table':
      return tableHtml(node)
    case 'form':
      return formHtml(node)
    case 'note':
      return `<p class="note">${escapeHtml(node.text)}</p>`
    case 'sign-off':
      return signOffHtml(node)
  }
}

/** GB/T 9704: the date four characters from the right, the unit centred over it. */
function signOffHtml({ unit, date }: Extract<DocumentNode, { kind: 'sign-off' }>): string {
  const lines = signOffLines(unit).map((line) => `<div class="unit"><span>${escapeHtml(line)}</span></div>`)
  const day = date === '' ? '' : `<div>${escapeHtml(date)}</div>`
  return `<div class="sign-off${date === '' ? ' undated' : ''}">${lines.join('')}${day}</div>`
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
