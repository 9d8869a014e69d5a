import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Finding } from '../../shared/model/report/finding.ts'

/**
 * One finding as a line of JSON. A finding about a whole table names all its cells, one about a supplement figure
 * names that figure, because a line has no other place to say so.
 */
export function findingLine(form: Form, finding: Finding, message: string): string {
  const { rule, severity, expected, actual } = finding
  return JSON.stringify({ rule, severity, cells: cellsNamed(form, finding), message, expected, actual })
}

function cellsNamed(form: Form, { place, cells }: Finding): readonly string[] {
  switch (place.kind) {
    case 'table':
      return form.tables.find(({ id }) => id === place.table)?.cells ?? []
    case 'supplement':
      return [place.figure]
    default:
      return cells
  }
}
