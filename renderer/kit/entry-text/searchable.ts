/** As texts are compared: full-width and capital letters like the others. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The words of a search, `searchable()`. */
export function searchedWords(text: string): string[] {
  return searchable(text).split(/\s+/).filter(Boolean)
}
