import { HEADING_ENDS } from './cell-name.ts'
import type { FormDefinition } from './form-definition.ts'
import type { SetReference } from './rule-definition.ts'
import type { ColumnLeaf, ColumnNode, RowLeaf, RowNode } from './table-definition.ts'

/** What a register offers that counts in a row or column. */
export interface FormChoice {
  readonly value: string
  readonly label: string
  readonly also: readonly string[]
  /** Names of answers, of which the first that the letters have is sent. */
  readonly answers: readonly string[]
  readonly article: string | null
}

/** A row or column of a table. */
export interface TableMember {
  /** Of the row or column, in a cell's key. */
  readonly key: string
  /** The set that it is of. */
  readonly set: string | null
  readonly choices: readonly FormChoice[]
  /** Values that count in it: those of its choices, and others. */
  readonly counts: readonly string[]
}

/** Rows and columns of a form by table, in the order of the form. */
export type FormSets = ReadonlyMap<
  string,
  { readonly rows: readonly TableMember[]; readonly columns: readonly TableMember[] }
>

/** Every row or column. */
export const ALL = '*'
/** The name of the answer that is sent where there is no nearer one. */
export const GENERAL_ANSWER = 'any'

/** The rows and columns of all tables of a form, and which sets they are of. */
export function formSets({ tables }: Pick<FormDefinition, 'tables'>): FormSets {
  return new Map(
    tables.map(({ id, blocks }) => [
      id,
      {
        rows: blocks.flatMap(({ rows }) => rowsBelow(rows, top).map(rowMember)),
        columns: blocks.flatMap(({ columns }) => columnsBelow(columns, top).map(columnMember)),
      },
    ]),
  )
}

/** The rows or columns that a reference means; none where the form has none. */
export function membersOf(sets: FormSets, reference: SetReference): readonly TableMember[] {
  const table = sets.get(reference.table)
  const [members, set] =
    'rows' in reference ? [table?.rows ?? [], reference.rows] : [table?.columns ?? [], reference.columns]
  return set === ALL ? members : members.filter((member) => member.set === set)
}

/** The answers that a form's rows and their groups name. */
export function answersNamed({ tables }: Pick<FormDefinition, 'tables'>): ReadonlySet<string> {
  const rows = tables.flatMap(({ blocks }) => blocks.flatMap((block) => rowsBelow(block.rows, top)))
  const named = rows.flatMap(({ leaf, answer }) => [
    answer,
    leaf.answer ?? null,
    ...(leaf.choices ?? []).map((choice) => choice.answer ?? null),
  ])
  return new Set(named.filter((name) => name !== null))
}

/** What stands above a row or column: the set that it is of, the labels from below the set's heading, its answer. */
interface Above {
  readonly set: string | null
  readonly labels: readonly string[]
  readonly answer: string | null
}
const top: Above = { set: null, labels: [], answer: null }

/** A set's heading is no part of what its members are called; a group inside of it is. */
function under(above: Above, node: { readonly label: string; readonly set?: string; readonly answer?: string }): Above {
  return {
    set: node.set ?? above.set,
    labels: node.set === undefined ? [...above.labels, node.label] : [],
    answer: node.answer ?? above.answer,
  }
}

type Placed<Leaf> = Above & { readonly leaf: Leaf }

const place = <Leaf extends RowLeaf | ColumnLeaf>(leaf: Leaf, above: Above): Placed<Leaf> => ({
  leaf,
  set: leaf.set ?? above.set,
  labels: [...(leaf.set === undefined ? above.labels : []), leaf.label],
  answer: above.answer,
})

function rowsBelow(nodes: readonly RowNode[], above: Above): Placed<RowLeaf>[] {
  return nodes.flatMap((node) => ('rows' in node ? rowsBelow(node.rows, under(above, node)) : [place(node, above)]))
}

function columnsBelow(nodes: readonly ColumnNode[], above: Above): Placed<ColumnLeaf>[] {
  return nodes.flatMap((node) =>
    'columns' in node ? columnsBelow(node.columns, under(above, node)) : [place(node, above)],
  )
}

function rowMember({ leaf, set, labels, answer }: Placed<RowLeaf>): TableMember {
  const itself = {
    value: leaf.key,
    label: labels.join(HEADING_ENDS),
    also: leaf.also,
    answer: leaf.answer,
    article: leaf.article,
  }
  const choices = (leaf.choices ?? [itself]).map((choice) => toChoice(choice, answer))
  return { key: leaf.key, set, choices, counts: [...choices.map(({ value }) => value), ...(leaf.counts ?? [])] }
}

function columnMember({ leaf, set, labels }: Placed<ColumnLeaf>): TableMember {
  const value = leaf.value ?? leaf.key
  const choice = toChoice({ value, label: labels.join(HEADING_ENDS), also: leaf.also }, null)
  return { key: leaf.key, set, choices: [choice], counts: [value] }
}

interface Named {
  readonly value: string
  readonly label: string
  readonly also?: readonly string[] | undefined
  readonly answer?: string | undefined
  readonly article?: string | undefined
}

function toChoice({ value, label, also = [], answer, article }: Named, ofGroup: string | null): FormChoice {
  const answers = [answer, value, ofGroup, GENERAL_ANSWER].filter((name) => name !== undefined && name !== null)
  return { value, label, also, answers: [...new Set(answers)], article: article ?? null }
}
