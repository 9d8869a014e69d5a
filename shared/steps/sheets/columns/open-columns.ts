import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import type { FileColumn, Proposal } from './propose-plan.ts'
import { isRowCount } from './row-count.ts'
import { sheetColumns } from './sheet-columns.ts'

/** Columns that must be filled and that the file has not. Of a stage none: it need not be in the file. */
export function missingColumns(
  register: RegisterDefinition,
  columns: readonly (string | null)[],
  given: Proposal['given'] = [],
) {
  const said = new Set(given.flatMap((one) => Object.keys(one ?? {})))
  return sheetColumns(register).filter(
    ({ id, field, stage }) => stage === null && field.required === true && !columns.includes(id) && !said.has(id),
  )
}

/** Headings of columns that nobody sees in the file and that are read. */
export function hiddenColumnsRead(
  { fileColumns, hiddenColumns }: Pick<Proposal, 'fileColumns' | 'hiddenColumns'>,
  columns: readonly (string | null)[],
): readonly string[] {
  return fileColumns.flatMap(({ heading }, at) =>
    hiddenColumns.has(at) && (columns[at] ?? null) !== null ? [heading] : [],
  )
}

/** Columns of the file that hold something and that nobody has said what they are; one that counts its rows, or says in what, is none. */
export function unknownColumns(
  fileColumns: readonly FileColumn[],
  columns: readonly (string | null)[],
  unitAt: number | null,
): readonly FileColumn[] {
  return fileColumns.filter(
    ({ heading, isFilled }, at) => (columns[at] ?? null) === null && isFilled && at !== unitAt && !isRowCount(heading),
  )
}
