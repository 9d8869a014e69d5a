/**
 * Takes a record id of `count` parts apart: `420921001000|2020|own`. A unit's code stands first and is opaque, so it
 * alone may hold a bar itself.
 */
export function splitRecordId(id: string, count: number): string[] {
  const parts = id.split('|')
  const head = parts.slice(0, parts.length - count + 1).join('|')
  return [head, ...parts.slice(parts.length - count + 1)]
}
