import type { Arrow } from './rooms.ts'

/** Where the program's own forms, registers, letters and days off are put together. */
export const BUILT_IN = 'shared/catalogue/built-in.ts'
/** Outside of here is nothing but code that the data is written with. */
const ROOM = 'shared/catalogue/'
/** What `built-in.ts` takes beside data. */
const CODE = 'shared/catalogue/compile-catalogue.ts'
/** Tests of the catalogue look at its data as it is written. */
const OWN_TESTS = 'tests/unit/shared/catalogue/'
/** Who may open the built-in catalogue: the store and the command line; the sample and the tests beside them. */
export const openers: readonly string[] = ['renderer/store/open/open-store.ts', 'electron/cli/open-for-call.ts']

/** The files that hold the data: what `built-in.ts` is made of, and what that is made of. `values`: imports of values, not types. */
export function dataFiles(values: readonly Arrow[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (file: string): void => {
    for (const { from, to } of values) {
      if (from !== file || !to.startsWith(ROOM) || to === CODE || found.has(to)) continue
      found.add(to)
      visit(to)
    }
  }
  visit(BUILT_IN)
  return found
}

/** Each import of the data past the catalogue that was opened and is handed on, as a sentence. */
export function pastTheCatalogue(arrows: readonly Arrow[], data: ReadonlySet<string>): string[] {
  return arrows.flatMap(({ from, to }) => {
    if (data.has(from) || from.startsWith(OWN_TESTS)) return []
    if (data.has(to) && from !== BUILT_IN) return [`${from} imports ${to}: take it from the catalogue that was opened`]
    const opens = !/^(shared|renderer|electron)\//.test(from) || openers.includes(from)
    return to === BUILT_IN && !opens ? [`${from} imports ${to}: have the opened catalogue passed in`] : []
  })
}
