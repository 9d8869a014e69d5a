/**
 * Reads a day as people write it: `2021年1月29日`, `2021-1-29`, `2021.1.29`, `2021/1/29`, `20210129`, full-width digits
 * too. Gives `YYYY-MM-DD`, or null where it is no day of the calendar.
 */
export function readDate(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (match === null) return null
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  // A 31st of April would otherwise become the 1st of May, and the year 20 the year 1920.
  const isThatDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isThatDay) return null
  return date.toISOString().slice(0, 10)
}
