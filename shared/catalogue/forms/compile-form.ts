import { expand } from './expand.ts'
import type { Cell, CellKey, Equation, Form, Table, Term, Total } from './form.ts'
import {
  type ColumnLeaf,
  type FormDefinition,
  formDefinition,
  type RowLeaf,
  type TermDefinition,
} from './form-definition.ts'
import { columnLeaves, layOutBlock, rowLeaves } from './lay-out-table.ts'

type TableDefinition = FormDefinition['tables'][number]

const joinKey = (...parts: string[]): string => parts.filter((part) => part !== '').join('.')

/**
 * Expands a form's data into what the program reads: cells, printed lines, equations, totals.
 * Throws on data that is not a form or that names a cell it has not: a form is checked when it is released or
 * received, never guessed at later.
 */
export function compileForm(data: unknown): Form {
  const definition = formDefinition.parse(data)
  const cells = new Map<CellKey, Cell>()
  const tables = definition.tables.map((table) => compileTable(definition, table, cells))
  const key = (text: string): CellKey | null => cells.get(text as CellKey)?.key ?? null
  const known = (text: string): CellKey => {
    const found = key(text)
    if (found === null) throw new Error(`form ${definition.id} has no cell ${text}`)
    return found
  }
  const { equations, totals } = compileRules(definition, known)
  for (const { forEach, cell } of definition.derivations) {
    for (const name of expand(forEach, (fill) => fill(cell))) {
      if (!definition.supplement.some((figure) => figure.key === name)) known(name)
    }
  }
  return { id: definition.id, definition, tables, cells, equations, totals, key }
}

function compileTable(definition: FormDefinition, table: TableDefinition, cells: Map<CellKey, Cell>): Table {
  const section = definition.sections.find(({ id }) => id === table.id)
  if (section === undefined) throw new Error(`table ${table.id} has no section`)
  const keyOf = (row: RowLeaf, column: ColumnLeaf): CellKey => joinKey(table.id, row.key, column.key) as CellKey
  const own: CellKey[] = []
  for (const block of table.blocks) {
    for (const [row, rowLabels] of rowLeaves(block.rows)) {
      for (const [column, columnLabels] of columnLeaves(block.columns)) {
        const key = keyOf(row, column)
        if (cells.has(key)) throw new Error(`cell ${key} stands twice in form ${definition.id}`)
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
        })
      }
    }
  }
  const lines = table.blocks.flatMap((block) =>
    layOutBlock(block, table.widths.length, table.verticalLabels ?? false, keyOf),
  )
  return { id: table.id, numeral: section.numeral, title: section.title, widths: table.widths, lines, cells: own }
}

function compileRules(
  definition: FormDefinition,
  known: (text: string) => CellKey,
): { equations: Equation[]; totals: Total[] } {
  const equations: Equation[] = []
  const totals: Total[] = []
  for (const rule of definition.rules) {
    if (rule.check !== 'equal' && rule.check !== 'at-least') continue
    const { check, code, severity, occasion } = rule
    if (occasion !== 'always' && occasion !== 'last-year')
      throw new Error(`rule ${code}: equations hold always or with last year`)
    expand(rule.forEach, (fill) => {
      const left = rule.left.map((term) => compileTerm(term, fill, known))
      const right = rule.right.map((term) => compileTerm(term, fill, known))
      equations.push({ code, severity, occasion, relation: check, left, right })
      const [first] = left
      if (rule.totals && first?.of === 'this-year' && !totals.some(({ key }) => key === first.key)) {
        totals.push({ key: first.key, parts: right.flatMap((term) => (term.of === 'this-year' ? [term.key] : [])) })
      }
    })
  }
  return { equations, totals: inOrder(totals) }
}

function compileTerm(term: TermDefinition, fill: (text: string) => string, known: (text: string) => CellKey): Term {
  if (typeof term === 'string') return { of: 'this-year', key: known(fill(term)), minus: false }
  const minus = term.minus ?? false
  return term.of === 'this-year'
    ? { of: 'this-year', key: known(fill(term.cell)), minus }
    : { of: 'last-year', key: fill(term.cell), minus }
}

/** Sorts totals so that a total of totals comes after them. */
function inOrder(totals: readonly Total[]): Total[] {
  const byKey = new Map(totals.map((total) => [total.key, total]))
  const sorted = new Set<Total>()
  const visit = (total: Total, above: readonly CellKey[]): void => {
    if (above.includes(total.key)) throw new Error(`total ${total.key} is part of itself`)
    for (const part of total.parts) {
      const inner = byKey.get(part)
      if (inner !== undefined && !sorted.has(inner)) visit(inner, [...above, total.key])
    }
    sorted.add(total)
  }
  for (const total of totals) visit(total, [])
  return [...sorted]
}
