import type { Form } from '../../shared/catalogue/forms/form.ts'
import { xiaochang2020 } from '../../shared/sample/xiaochang-2020-figures.ts'

export interface Difference {
  readonly key: string
  readonly expected: unknown
  readonly actual: unknown
}

/** Every cell of the form against the published figures of 孝昌县 2020; a cell that is published blank must be blank. */
export function compareCells(
  form: Form,
  cells: Readonly<Record<string, unknown>>,
): { readonly total: number; readonly differences: readonly Difference[] } {
  const published = new Map<string, unknown>(Object.entries(xiaochang2020.cells))
  const differences = [...form.cells.keys()].flatMap((key) => {
    const expected = published.get(key) ?? null
    const actual = cells[key] ?? null
    return expected === actual ? [] : [{ key, expected, actual }]
  })
  return { total: form.cells.size, differences }
}
