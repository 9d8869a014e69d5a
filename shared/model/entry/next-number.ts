/**
 * The next number of a year (`2026-012`), one above the highest that is there. Numbers of another shape, typed or
 * imported, are passed over. Two PCs may give out the same one while apart; a person then changes one.
 */
export function nextNumber(year: number, numbers: Iterable<string>): string {
  let highest = 0
  for (const number of numbers) {
    const match = /^(\d{4})-(\d{1,9})$/.exec(number)
    if (match !== null && Number(match[1]) === year) highest = Math.max(highest, Number(match[2]))
  }
  return `${year}-${String(highest + 1).padStart(3, '0')}`
}
