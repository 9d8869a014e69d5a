/** Characters of a name that stand in one line over the date (GB/T 9704: the date four characters from the right). */
const ONE_LINE = 13

/** Where a name may break: behind a place, an organ, an office of it, and not before what the place's own is called. */
const BREAK = /(?:人民政府|委员会|办公室|管理局|[省市县区州盟旗乡镇局厅])(?!人民|委员会|办公室)/g

/**
 * The lines of a sign-off's unit: a long name in two, broken by sense and as evenly as that allows; one that nothing breaks
 * in its middle.
 */
export function signOffLines(name: string): readonly string[] {
  const length = name.length
  if (length <= ONE_LINE) return name === '' ? [] : [name]
  const ends = [...name.matchAll(BREAK)].map((found) => found.index + found[0].length)
  const fitting = ends.filter((end) => Math.min(end, length - end) >= 4)
  const unevenness = (end: number): number => Math.abs(length - 2 * end)
  const [first = Math.ceil(length / 2)] = fitting.toSorted((a, b) => unevenness(a) - unevenness(b))
  return [name.slice(0, first), name.slice(first)]
}

/** Width of a text in characters (em): what is ASCII takes half of one. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x80 ? 0.5 : 1), 0)
}
