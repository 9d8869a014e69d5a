/*
 * A journal's id as the store keeps it: which journal, and how often frames of it were lost and the rest renumbered.
 */

export function journalIdOf(journal: string, mended: number): string {
  return `${journal}-${mended}`
}

/** Whether two ids are of one journal, before or after it was mended. */
export function isSameJournal(a: string, b: string): boolean {
  return journalOf(a) === journalOf(b)
}

const journalOf = (id: string): string => id.slice(0, id.lastIndexOf('-'))
