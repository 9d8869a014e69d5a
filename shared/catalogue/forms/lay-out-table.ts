import type { CellKey, GridBox, GridLine } from './form.ts'
import type { Block, ColumnLeaf, ColumnNode, RowLeaf, RowNode } from './table-definition.ts'

const columnDepth = (nodes: readonly ColumnNode[]): number =>
  Math.max(...nodes.map((node) => ('columns' in node ? 1 + columnDepth(node.columns) : 1)))

const rowDepth = (nodes: readonly RowNode[]): number =>
  Math.max(...nodes.map((node) => ('rows' in node ? 1 + rowDepth(node.rows) : 1)))

const columnWidth = (node: ColumnNode): number =>
  'columns' in node ? node.columns.reduce((sum, child) => sum + columnWidth(child), 0) : (node.span ?? 1)

const rowHeight = (node: RowNode): number =>
  'rows' in node ? node.rows.reduce((sum, child) => sum + rowHeight(child), 0) : 1

/** The leaves of a tree of columns, left to right, each with the labels that lead to it. */
export function columnLeaves(nodes: readonly ColumnNode[], above: readonly string[] = []): [ColumnLeaf, string[]][] {
  return nodes.flatMap((node) =>
    'columns' in node
      ? columnLeaves(node.columns, [...above, node.label])
      : [[node, [...above, node.label]] as [ColumnLeaf, string[]]],
  )
}

/** The leaves of a tree of rows, top to bottom, each with the labels that lead to it. */
export function rowLeaves(nodes: readonly RowNode[], above: readonly string[] = []): [RowLeaf, string[]][] {
  return nodes.flatMap((node) =>
    'rows' in node
      ? rowLeaves(node.rows, [...above, node.label])
      : [[node, node.label === '' ? [...above] : [...above, node.label]] as [RowLeaf, string[]]],
  )
}

const label = (
  role: 'heading' | 'corner' | 'column' | 'row',
  text: string,
  colSpan: number,
  rowSpan: number,
  vertical = false,
): GridBox => ({ kind: 'label', role, text, colSpan, rowSpan, vertical })

function headLines(block: Block, stub: number, vertical: boolean): GridLine[] {
  const depth = columnDepth(block.columns)
  const lines: GridBox[][] = Array.from({ length: depth }, () => [])
  if (stub > 0) lines[0]?.push(label('corner', block.corner ?? '', stub, depth))
  const place = (nodes: readonly ColumnNode[], level: number): void => {
    for (const node of nodes) {
      const isGroup = 'columns' in node
      const box = label('column', node.label, columnWidth(node), isGroup ? 1 : depth - level, vertical && !isGroup)
      lines[level]?.push(box)
      if (isGroup) place(node.columns, level + 1)
    }
  }
  place(block.columns, 0)
  return lines.map((boxes) => ({ kind: 'head', boxes, optional: false }))
}

function bodyLines(block: Block, stub: number, keyOf: (row: RowLeaf, column: ColumnLeaf) => CellKey): GridLine[] {
  const leaves = columnLeaves(block.columns).map(([leaf]) => leaf)
  const lines: GridLine[] = []
  const place = (nodes: readonly RowNode[], level: number, opening: readonly GridBox[]): void => {
    nodes.forEach((node, i) => {
      const before = i === 0 ? opening : []
      if ('rows' in node) {
        // A group's label takes one column of the stub and stands beside all its rows.
        place(node.rows, level + 1, [...before, label('row', node.label, 1, rowHeight(node), level === 0)])
        return
      }
      const stubBox = stub > 0 ? [label('row', node.label, stub - level, 1)] : []
      const figures = leaves.map(
        (column): GridBox => ({ kind: 'figure', key: keyOf(node, column), colSpan: column.span ?? 1, rowSpan: 1 }),
      )
      lines.push({ kind: 'body', boxes: [...before, ...stubBox, ...figures], optional: node.optional ?? false })
    })
  }
  place(block.rows, 0, [])
  return lines
}

/** Whether a block's grid has a column for labels at each level of its rows; a table of one row needs none. */
export function fitsLabels(block: Block, gridWidth: number): boolean {
  const stub = stubWidth(block, gridWidth)
  return stub >= 0 && (stub === 0 || rowDepth(block.rows) <= stub)
}

/** Grid columns that are left for the labels of rows. */
function stubWidth({ columns }: Block, gridWidth: number): number {
  return gridWidth - columns.reduce((sum, node) => sum + columnWidth(node), 0)
}

/** The printed lines of one block: its heading, the head of its columns, its rows. It must fit, see `fitsLabels()`. */
export function layOutBlock(
  block: Block,
  gridWidth: number,
  vertical: boolean,
  keyOf: (row: RowLeaf, column: ColumnLeaf) => CellKey,
): GridLine[] {
  const stub = stubWidth(block, gridWidth)
  const heading: GridLine[] =
    block.heading === undefined
      ? []
      : [{ kind: 'head', boxes: [label('heading', block.heading, gridWidth, 1)], optional: false }]
  return [...heading, ...headLines(block, stub, vertical), ...bodyLines(block, stub, keyOf)]
}
