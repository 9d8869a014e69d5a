/** Days from one calendar day to another, both `YYYY-MM-DD`; negative where `day` has passed. */
export function daysUntil(today: string, day: string): number {
  const at = (date: string): number => {
    const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
    return Date.UTC(year, month - 1, dayOfMonth)
  }
  return Math.round((at(day) - at(today)) / 86_400_000)
}
