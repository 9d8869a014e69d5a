/**
 * The report year a clerk means on this day: in January to March the year that has just ended, else the current one.
 * `today` is `YYYY-MM-DD`.
 */
export function defaultYear(today: string): number {
  const year = Number(today.slice(0, 4))
  return Number(today.slice(5, 7)) <= 3 ? year - 1 : year
}

/** First year of which a yearly report in one of the known forms exists. */
const FIRST_YEAR = 2019

/** Years to choose from, newest first. */
export function reportYears(today: string): number[] {
  const last = Number(today.slice(0, 4))
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => last - i)
}
