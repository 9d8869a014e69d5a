import path from 'node:path'

/**
 * Which room may import what. A room is a folder, where `*` stands for any one name; a file belongs to the room with the
 * longest path that holds it. What it may import are files or whole folders, beside its own room; `*` again for any one
 * name. Whoever puts rooms together, and may import all, has null.
 */
export type Rooms = Readonly<Record<string, readonly string[] | null>>

/** A source file: its path from the project's folder, with `/`, and its text. */
export interface Source {
  readonly file: string
  readonly text: string
}

/** An import that a room may not have; `target` is null where the file itself is in no room of the table. */
export interface WrongArrow {
  readonly file: string
  readonly target: string | null
}

/** Every arrow from these files into the folders of the table that the table does not allow. */
export function wrongArrows(sources: readonly Source[], rooms: Rooms): WrongArrow[] {
  return sources.flatMap(({ file, text }): WrongArrow[] => {
    const room = roomOf(file, rooms)
    if (room === null) return [{ file, target: null }]
    const allowed = rooms[room.pattern]
    if (allowed === null || allowed === undefined) return []
    return importsOf(file, text)
      .filter((target) => roomOf(target, rooms)?.folder !== room.folder)
      .filter((target) => !allowed.some((one) => heldBy(target, one) !== null))
      .map((target) => ({ file, target }))
  })
}

/** What of ours a file imports, in any of the ways there are; paths from the project's folder. */
function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*['"](\.{1,2}\/[^'"?]+)/g)
  return [...found].map(([, target = '']) => path.posix.join(path.posix.dirname(file), target))
}

/** The room with the longest path that holds a file. */
function roomOf(file: string, rooms: Rooms): { readonly pattern: string; readonly folder: string } | null {
  const holding = Object.keys(rooms).flatMap((pattern) => {
    const folder = heldBy(file, pattern)
    return folder === null ? [] : [{ pattern, folder }]
  })
  return holding.sort((a, b) => b.pattern.split('/').length - a.pattern.split('/').length)[0] ?? null
}

/** The file or folder of this pattern that holds the file. */
function heldBy(file: string, pattern: string): string | null {
  const names = file.split('/')
  const parts = pattern.split('/')
  const fits = parts.length <= names.length && parts.every((part, i) => part === '*' || part === names[i])
  return fits ? names.slice(0, parts.length).join('/') : null
}
