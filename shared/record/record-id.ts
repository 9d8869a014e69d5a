/**
 * Takes a record id of `count` parts apart: `420921001000|2020|own`. A unit's code stands first and is opaque, so it
 * alone may hold a bar itself.
 */
export function splitRecordId(id: string, count: number): string[] {
  const parts: string[] = []
  let head = id
  while (parts.length < count - 1 && head !== '') {
    const bar = head.lastIndexOf('|')
    parts.unshift(head.slice(bar + 1))
    head = head.slice(0, Math.max(bar, 0))
  }
  return [head, ...parts]
}
