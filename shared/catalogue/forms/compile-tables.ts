import type { Tell } from '../catalogue-problem.ts'
import type { Cell, CellKey, Table } from './form.ts'
import type { FormDefinition } from './form-definition.ts'
import { columnLeaves, fitsLabels, layOutBlock, rowLeaves } from './lay-out-table.ts'
import type { ColumnLeaf, RowLeaf, TableDefinition } from './table-definition.ts'

const joinKey = (...parts: string[]): string => parts.filter((part) => part !== '').join('.')

/** The tables of a form as they are printed, with their cells put into `cells`. */
export function compileTables(definition: FormDefinition, cells: Map<CellKey, Cell>, tell: Tell): Table[] {
  return definition.tables.flatMap((table) => {
    const section = definition.sections.find(({ id, content }) => id === table.id && content === 'table')
    if (section === undefined) {
      tell('unknown-section', table.id)
      return []
    }
    const own = tableCells(table, cells, tell)
    const { numeral, name, title } = section
    return [{ id: table.id, numeral, name, title, widths: table.widths, lines: linesOf(table, tell), cells: own }]
  })
}

function keyIn(table: TableDefinition): (row: RowLeaf, column: ColumnLeaf) => CellKey {
  return (row, column) => joinKey(table.id, row.key, column.key) as CellKey
}

function tableCells(table: TableDefinition, cells: Map<CellKey, Cell>, tell: Tell): CellKey[] {
  const own: CellKey[] = []
  const keyOf = keyIn(table)
  for (const block of table.blocks) {
    for (const [row, rowLabels] of rowLeaves(block.rows)) {
      for (const [column, columnLabels] of columnLeaves(block.columns)) {
        const key = keyOf(row, column)
        if (cells.has(key)) tell('same-cell', key)
        own.push(key)
        cells.set(key, {
          key,
          table: table.id,
          row: row.key,
          column: column.key,
          kind: column.kind,
          unit: column.unit,
          rowLabels,
          columnLabels,
          mayNotApply: row.mayNotApply ?? false,
          optionalRow: row.optional ?? false,
          typed: row.typed ?? column.typed ?? false,
        })
      }
    }
  }
  return own
}

function linesOf(table: TableDefinition, tell: Tell): Table['lines'] {
  const width = table.widths.length
  if (!table.blocks.every((block) => fitsLabels(block, width))) {
    tell('narrow-labels', table.id)
    return []
  }
  return table.blocks.flatMap((block) => layOutBlock(block, width, table.verticalLabels ?? false, keyIn(table)))
}
