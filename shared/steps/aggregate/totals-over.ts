import type { CellKey, Form } from '../../catalogue/forms/form.ts'

/**
 * The totals that a cell is part of, directly or through another total: adjusting `requests.granted.person` by one
 * changes `requests.granted.total`, `requests.total.person` and `requests.total.total`, each once. A corner total
 * has parts along its row and down its column, so this reads the equations and not `Form.totals`, which names one.
 */
export function totalsOver(form: Form, key: CellKey): CellKey[] {
  const totals = new Set(form.totals.map((total) => total.key))
  const over = new Set<CellKey>()
  const visit = (part: CellKey): void => {
    for (const { occasion, relation, left, right } of form.equations) {
      const [total] = left
      if (occasion !== 'always' || relation !== 'equal' || left.length !== 1 || total?.of !== 'this-year') continue
      if (!totals.has(total.key) || over.has(total.key) || !right.some((term) => term.key === part)) continue
      over.add(total.key)
      visit(total.key)
    }
  }
  visit(key)
  return [...over]
}
