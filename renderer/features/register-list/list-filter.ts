import type { ListQuery } from './list-entries.ts'

/** What a list is narrowed to; its order is kept elsewhere, see list-view.ts. */
export type ListFilter = Omit<ListQuery, 'sort'>

export const noFilter: ListFilter = { text: '', year: null, choices: {} }

export function isNarrowing({ text, year, choices }: ListFilter): boolean {
  return text.trim() !== '' || year !== null || Object.keys(choices).length > 0
}
