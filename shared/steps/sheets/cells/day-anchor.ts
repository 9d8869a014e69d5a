/** The day from which a day without a year is understood: of the year that is worked on, and of this one up to today. */
export function dayAnchor(year: number, today: string): string {
  return String(year) === today.slice(0, 4) ? today : `${year}-12-31`
}
