import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Cell, Merge, SheetTable } from '../cell.ts'
import { sheetLimits } from '../sheet-problem.ts'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type Element = DefaultTreeAdapterTypes.Element

/** A table of a web page: its own rows, and the tables that stand in its cells. */
interface PageTable {
  readonly rows: Cell[][]
  readonly merges: Merge[]
  readonly hidden: Set<number>
  readonly inner: PageTable[]
}

/**
 * The tables of a web page, as web systems hand it out for a sheet. A table inside a cell is one of its own where it has
 * rows and columns (the outer one only lays out the page), and else a text of that cell. A table of headings with another
 * of as many columns right behind it, which scrolls below it, is one.
 */
export function htmlTables(text: string): readonly SheetTable[] {
  const found = joined(
    tablesIn(parse(text))
      .flatMap(withInner)
      .filter(({ rows }) => rows.some(hasText)),
  )
  return found.map(({ rows, merges, hidden }, at) => ({
    name: found.length === 1 ? '' : `第${at + 1}张表`,
    rows,
    merges,
    hidden,
    from1904: false,
  }))
}

const withInner = (table: PageTable): PageTable[] => [table, ...table.inner.flatMap(withInner)]
const hasText = (row: readonly Cell[]): boolean => row.some((cell) => cell !== null && cell !== '')
const widthOf = ({ rows }: PageTable): number => Math.max(0, ...rows.map((row) => row.length))

/** Rows of a table that holds nothing but headings. */
const HEAD_ROWS = 3

function joined(tables: readonly PageTable[]): readonly PageTable[] {
  const all: PageTable[] = []
  for (const table of tables) {
    const head = all.at(-1)
    const isBody = head !== undefined && head.rows.length <= HEAD_ROWS && widthOf(head) === widthOf(table)
    if (head === undefined || !isBody || widthOf(head) < 2) {
      all.push(table)
      continue
    }
    const down = head.rows.length
    all[all.length - 1] = {
      rows: [...head.rows, ...table.rows],
      merges: [
        ...head.merges,
        ...table.merges.map((merge) => ({ ...merge, top: merge.top + down, bottom: merge.bottom + down })),
      ],
      hidden: new Set([...head.hidden, ...[...table.hidden].map((row) => row + down)]),
      inner: [],
    }
  }
  return all
}

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? ''

/** The outermost tables of a part of the page. */
function tablesIn(node: Node): PageTable[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child) && child.tagName === 'table' ? [readTable(child)] : tablesIn(child),
  )
}

/** The lines of a table, not those of tables inside. */
function linesOf(node: Node): Element[] {
  return childrenOf(node).flatMap((child) => {
    if (!isElement(child) || child.tagName === 'table') return []
    return child.tagName === 'tr' ? [child] : linesOf(child)
  })
}

function readTable(table: Element): PageTable {
  const rows: Cell[][] = []
  const merges: Merge[] = []
  const hidden = new Set<number>()
  const inner: PageTable[] = []
  /** Places that a cell from above reaches into. */
  const taken = new Set<string>()
  for (const [top, line] of linesOf(table).entries()) {
    if (/display\s*:\s*none/i.test(attribute(line, 'style'))) hidden.add(top)
    const row: Cell[] = []
    let left = 0
    for (const cell of childrenOf(line)) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
      while (taken.has(`${top},${left}`)) left += 1
      if (left > sheetLimits.columns) break
      const ofData = tablesIn(cell).filter(isOfData)
      inner.push(...ofData)
      const [down, across] = [spanOf(cell, 'rowspan'), spanOf(cell, 'colspan')]
      while (row.length < left) row.push(null)
      row.push(
        textOf(cell, ofData.length > 0)
          .replace(/[^\S\n]+/g, ' ')
          .replace(/\s*\n\s*/g, '\n')
          .trim(),
      )
      if (down > 1 || across > 1) {
        merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 })
        for (let r = top; r < top + down; r += 1) for (let c = left; c < left + across; c += 1) taken.add(`${r},${c}`)
      }
      left += across
    }
    rows.push(row)
  }
  return { rows, merges, hidden, inner }
}

/** Two rows and two columns of its own, or tables of that kind inside: no mere frame around a text. */
function isOfData(table: PageTable): boolean {
  return table.inner.length > 0 || (table.rows.length >= 2 && widthOf(table) >= 2)
}

/** No cell of a list reaches over more. */
const MOST_SPANNED = 1000

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(attribute(cell, name), 10)
  return span > 1 ? Math.min(span, MOST_SPANNED) : 1
}

const ends: ReadonlySet<string> = new Set(['br', 'p', 'div', 'tr', 'li'])
const silent: ReadonlySet<string> = new Set(['script', 'style', 'select', 'template'])

function textOf(node: Node, withoutTables: boolean): string {
  if ('value' in node) return node.value.replace(/\s+/g, ' ')
  if (isElement(node)) {
    if (silent.has(node.tagName) || (withoutTables && node.tagName === 'table')) return ''
    const text = childrenOf(node)
      .map((child) => textOf(child, withoutTables))
      .join('')
    return ends.has(node.tagName) ? `${text}\n` : text
  }
  return ''
}
