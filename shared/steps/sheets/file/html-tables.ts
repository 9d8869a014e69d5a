import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { type Cell, type Merge, plainTable, type SheetTable } from '../cell.ts'
import { sheetLimits } from '../sheet-problem.ts'
import { textOfFormula } from './parse-csv.ts'

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
 * of as many columns right behind it, which scrolls below it, is one; so are tables behind it of one row each.
 */
export function htmlTables(text: string): readonly SheetTable[] {
  const found = joined(
    tablesIn(parse(text))
      .flatMap(withInner)
      .filter(({ rows }) => rows.some(hasText)),
  )
  return found.map(({ rows, merges, hidden }, at) => ({
    name: found.length === 1 ? '' : `第${at + 1}张表`,
    ...plainTable,
    rows,
    merges,
    hidden,
  }))
}

const withInner = (table: PageTable): PageTable[] => [table, ...table.inner.flatMap(withInner)]
const hasText = (row: readonly Cell[]): boolean => row.some((cell) => cell !== null && cell !== '')
const widthOf = ({ rows }: PageTable): number => Math.max(0, ...rows.map((row) => row.length))

/** Rows of a table that holds nothing but headings. */
const HEAD_ROWS = 3

function joined(tables: readonly PageTable[]): readonly PageTable[] {
  const all: PageTable[] = []
  let isOpen = false
  for (const table of tables) {
    const head = all.at(-1)
    const isHead = head !== undefined && head.rows.length <= HEAD_ROWS
    const isBody = (isHead || (isOpen && table.rows.length === 1)) && head !== undefined
    if (!isBody || widthOf(head) !== widthOf(table) || widthOf(head) < 2) {
      all.push(table)
      isOpen = false
      continue
    }
    isOpen = true
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
  /** By column, the row that a cell from above no longer reaches. */
  const reach: number[] = []
  for (const [top, line] of linesOf(table).entries()) {
    if (isUnseen(line)) hidden.add(top)
    const row: Cell[] = []
    let left = 0
    for (const cell of childrenOf(line)) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
      if (isUnseen(cell)) continue
      while ((reach[left] ?? 0) > top) left += 1
      if (left > sheetLimits.columns) break
      const ofData = tablesIn(cell).filter(isOfData)
      inner.push(...ofData)
      const [down, across] = [spanOf(cell, 'rowspan'), spanOf(cell, 'colspan')]
      while (row.length < left) row.push(null)
      row.push(textOfFormula(tidy(textOf(cell, ofData.length > 0))))
      if (down > 1 || across > 1) {
        merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 })
        for (let c = left; c < left + across; c += 1) reach[c] = top + down
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
const mostSpanned = { rowspan: sheetLimits.rows, colspan: sheetLimits.columns + 1 } as const

function spanOf(cell: Element, name: keyof typeof mostSpanned): number {
  const span = Number.parseInt(attribute(cell, name), 10)
  return span > 1 ? Math.min(span, mostSpanned[name]) : 1
}

/** A row or a cell that a browser does not show. */
function isUnseen(element: Element): boolean {
  const isHidden = element.attrs.some(({ name }) => name === 'hidden')
  return isHidden || /display\s*:\s*none|visibility\s*:\s*(collapse|hidden)/i.test(attribute(element, 'style'))
}

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()

const ends: ReadonlySet<string> = new Set(['br', 'p', 'div', 'tr', 'li'])
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'option'])

function textOf(node: Node, withoutTables: boolean): string {
  if ('value' in node) return node.value.replace(/\s+/g, ' ')
  if (isElement(node)) {
    if (silent.has(node.tagName) || (withoutTables && node.tagName === 'table')) return ''
    const typed = typedIn(node)
    if (typed !== null) return typed
    const text = childrenOf(node)
      .map((child) => textOf(child, withoutTables))
      .join('')
    return ends.has(node.tagName) ? `${text}\n` : text
  }
  return ''
}

/** What stands in a field of the page: a list that is edited there was saved as it stood. */
function typedIn(element: Element): string | null {
  if (element.tagName === 'input') {
    return /^(hidden|checkbox|radio|button|submit|image)$/i.test(attribute(element, 'type'))
      ? ''
      : attribute(element, 'value')
  }
  if (element.tagName !== 'select') return null
  const chosen = childrenOf(element).find((one) => isElement(one) && one.attrs.some(({ name }) => name === 'selected'))
  return chosen === undefined
    ? ''
    : childrenOf(chosen)
        .map((child) => ('value' in child ? child.value : ''))
        .join('')
}
