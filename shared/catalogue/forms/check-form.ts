import type { Tell } from '../catalogue-problem.ts'
import type { Cell, CellKey, Form } from './form.ts'
import { textSections } from './form-definition.ts'
import { membersOf } from './form-sets.ts'
import type { ForEach, SetReference } from './rule-definition.ts'

/** What a form's parts say of each other: sets that are there, rows that count, figures that derive once. */
export function checkForm(form: Form, tell: Tell): void {
  for (const { id, content } of form.definition.sections) {
    const isKept =
      content === 'text' ? textSections.some((text) => text === id) : form.tables.some((one) => one.id === id)
    if (!isKept) tell('unknown-section', id)
  }
  for (const reference of references(form)) {
    if (membersOf(form.sets, reference).length === 0) {
      tell('unknown-set', `${reference.table} ${'rows' in reference ? reference.rows : reference.columns}`)
    }
  }
  const derived = new Set<string>()
  const totals = new Set<string>(form.totals.map(({ key }) => key))
  for (const { key } of form.derivations) {
    if (derived.has(key) || totals.has(key)) tell('derived-twice', key)
    derived.add(key)
  }
  for (const row of uncountedRows(form, (key) => derived.has(key) || totals.has(key))) tell('uncounted-row', row)
}

function references({ definition: { rules, derivations } }: Form): SetReference[] {
  const inRules = rules.flatMap((rule): ForEach[] => {
    if (rule.check !== 'equal' && rule.check !== 'at-least') return []
    const terms = [...rule.left, ...rule.right]
    return [rule.forEach, ...terms.map((term) => (typeof term === 'string' ? undefined : term.forEach))]
  })
  return [...inRules, ...derivations.map(({ forEach }) => forEach)].flatMap((forEach) =>
    Object.values(forEach ?? {}).flatMap((listed) => (Array.isArray(listed) ? [] : [listed])),
  )
}

/** Rows of which a cell is no total, derives from nothing and is not said to be typed, and those that a total passes over. */
function uncountedRows(form: Form, counts: (key: CellKey) => boolean): Set<string> {
  const uncounted = [...form.cells.values()].filter((cell) => !cell.typed && !counts(cell.key))
  return new Set([...uncounted, ...passedOver(form)].map(rowName))
}

/** In a line of a table a rule adds up a set as a whole, or leaves it alone: cells that its total lacks. */
function passedOver(form: Form): Cell[] {
  const taken = Map.groupBy(form.totals, ({ code }) => code)
  return [...taken.values()].flatMap((totals) => {
    const parts = new Set(totals.flatMap((total) => total.parts))
    return [...linesOfSets(form).values()].flatMap((cells) => {
      const missing = cells.filter(({ key, typed }) => !typed && !parts.has(key))
      return missing.length === cells.length ? [] : missing
    })
  })
}

/** Cells of one row and one set of columns, or of one column and one set of rows. */
function linesOfSets(form: Form): Map<string, Cell[]> {
  const lines = new Map<string, Cell[]>()
  const put = (cell: Cell, ...line: string[]): void => {
    const name = line.join(' ')
    const known = lines.get(name)
    if (known === undefined) lines.set(name, [cell])
    else known.push(cell)
  }
  for (const [table, { rows, columns }] of form.sets) {
    const [rowSets, columnSets] = [rows, columns].map((members) => new Map(members.map(({ key, set }) => [key, set])))
    for (const cell of form.cells.values()) {
      if (cell.table !== table) continue
      const [rowSet, columnSet] = [rowSets?.get(cell.row) ?? null, columnSets?.get(cell.column) ?? null]
      if (rowSet !== null) put(cell, table, 'rows', rowSet, cell.column)
      if (columnSet !== null) put(cell, table, 'columns', columnSet, cell.row)
    }
  }
  return lines
}

/** Key and label: `requests.refused.stateSecret 1.属于国家秘密`. */
function rowName({ table, row, column, rowLabels }: Cell): string {
  return row === '' ? `${table}.${column}` : `${table}.${row} ${rowLabels.at(-1) ?? ''}`.trim()
}
