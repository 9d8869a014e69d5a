import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../../../shared/catalogue/forms/form.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { reportDocument } from '../../../../../shared/steps/documents/report-document.ts'
import { documentHtml } from '../../../../../shared/steps/documents/to-html.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const unit = { code: '420921001000', name: '花园镇' }
const evil = `<script>alert(1)</script>"'&<b>`
const page = (form: Form): string =>
  documentHtml(reportDocument(form, emptyReport(form, form.years.from, unit)), { title: '年报' })

/** Fills the grid of each table as a browser does; a box that lies over another or leaves a hole is a mistake. */
function gridOf(html: string): number[][] {
  return [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) => {
    const columns = table.match(/<col>/g)?.length ?? 0
    const rows = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)]
    const grid = rows.map(() => Array.from({ length: columns }, () => 0))
    rows.forEach(([, row = ''], y) => {
      for (const [, attributes = ''] of row.matchAll(/<t[hd]([^>]*)>/g)) {
        const width = Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1)
        const height = Number(/rowspan="(\d+)"/.exec(attributes)?.[1] ?? 1)
        const x = grid[y]?.indexOf(0) ?? -1
        for (let dy = 0; dy < height; dy++) {
          for (let dx = 0; dx < width; dx++) {
            const line = grid[y + dy]
            if (line !== undefined) line[x + dx] = (line[x + dx] ?? 99) + 1
          }
        }
      }
    })
    return grid.flat()
  })
}

describe('documentHtml()', () => {
  it.each(forms.map((form) => [form.id, form] as const))(
    'fills the grid of each table of form %s exactly',
    (_, form) => {
      const grids = gridOf(page(form))
      expect(grids).toHaveLength(3)
      for (const grid of grids) expect(new Set(grid)).toEqual(new Set([1]))
    },
  )

  it.each(forms.map((form) => [form.id, form] as const))('has every label of form %s to the character', (_, form) => {
    const text = page(form)
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<[^>]*>/g, '')
    for (const { rowLabels, columnLabels, optionalRow } of form.cells.values()) {
      if (optionalRow) continue
      for (const label of [...rowLabels, ...columnLabels]) expect(text).toContain(label)
    }
  })

  it('escapes whatever was typed, wherever it stands', () => {
    const form = formById(forms, '2019') as Form
    const empty = emptyReport(form, 2020, { code: '1', name: evil })
    const first = form.tables[1]?.cells[0]
    if (first === undefined) throw new Error('no cell')
    const html = documentHtml(
      reportDocument(form, {
        ...empty,
        cells: { ...empty.cells, [first]: evil },
        remarks: { [first]: evil },
        notes: { requests: evil },
        narrative: { preface: evil, overview: `（一）${evil}。${evil}`, problems: `（一）${evil}` },
        presentation: { titles: { requests: evil }, blank: null, signOff: { unit: evil, date: evil } },
      }),
      { title: evil },
    )
    expect(html).not.toMatch(/<script|<b>[^（]/)
    expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/g)?.length).toBeGreaterThanOrEqual(11)
  })

  it('carries nothing but its own style sheet, and a policy that allows no other', () => {
    const html = page(formById(forms, '2021') as Form)
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`)
    expect(html).not.toMatch(/<script|<link|<img|style="|https?:|url\(/)
    expect(html).toContain('<html lang="zh-CN">')
  })

  it('sets the paper and margins of an official document, mirrored', () => {
    const html = page(formById(forms, '2021') as Form)
    expect(html).toMatch(/@page:right\{margin:37mm 26mm 35mm 28mm;@bottom-right\{content:'— ' counter\(page\) ' —'/)
    expect(html).toMatch(/@page:left\{margin:37mm 28mm 35mm 26mm;@bottom-left\{content:'— ' counter\(page\) ' —'/)
  })

  it('says 草稿 on a draft and not on a finished report', () => {
    const form = formById(forms, '2021') as Form
    const nodes = reportDocument(form, emptyReport(form, 2023, unit))
    expect(documentHtml(nodes, { title: '', draft: true })).toContain("content:'草稿'")
    expect(documentHtml(nodes, { title: '' })).not.toContain('草稿')
  })

  it('repeats the head of a table of one block, and keeps the blocks of another together', () => {
    const html = page(formById(forms, '2019') as Form)
    expect(html.match(/<thead>/g)).toHaveLength(2)
    expect(html.match(/<tbody class="block">/g)).toHaveLength(5)
  })
})
