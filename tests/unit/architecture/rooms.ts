import path from 'node:path'

/**
 * Which room may import which others: a folder or file from the root, then those it may import beside itself. A file
 * belongs to the room with the longest name that it lies in.
 */
export type Rooms = Readonly<Record<string, readonly string[]>>

/** One import of ours by ours, from file to file. Paths are from the root, with `/`. */
export interface Arrow {
  readonly from: string
  readonly to: string
}

const imported = /(?:from|import|import\(|new URL\()\s*'(\.{1,2}\/[^'?]+)/g

/** What a file imports of ours, as its text says: types, lazy parts, workers and style sheets too. */
export function arrowsOf(file: string, text: string): Arrow[] {
  return [...text.matchAll(imported)].map(([, target = '']) => ({
    from: file,
    to: path.posix.normalize(path.posix.join(path.posix.dirname(file), target)),
  }))
}

/** The room that a file belongs to; null where the table names none. */
export function roomOf(file: string, rooms: Rooms): string | null {
  const holding = Object.keys(rooms).filter((room) => file === room || file.startsWith(`${room}/`))
  return holding.sort((a, b) => b.length - a.length)[0] ?? null
}

/** Each arrow that the table does not allow, as a sentence that names what would be allowed. */
export function wrongArrows(arrows: readonly Arrow[], rooms: Rooms): string[] {
  return arrows.flatMap(({ from, to }) => {
    const [here, there] = [roomOf(from, rooms), roomOf(to, rooms)]
    if (here === null) return [`${from} lies in no room: give its folder a line in the table`]
    if (there === null) return [`${from} imports ${to}, which lies in no room: give its folder a line in the table`]
    const allowed = rooms[here] ?? []
    if (here === there || allowed.includes(there)) return []
    return [`${from} imports ${to}: ${here} may import ${allowed.join(', ') || 'nothing'}`]
  })
}

/** The rooms of a table that lead back to themselves, as the way round; empty where there is none. */
export function circle(rooms: Rooms): string[] {
  const done = new Set<string>()
  const visit = (room: string, way: readonly string[]): string[] => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room]
    if (done.has(room)) return []
    for (const next of rooms[room] ?? []) {
      const found = visit(next, [...way, room])
      if (found.length > 0) return found
    }
    done.add(room)
    return []
  }
  return Object.keys(rooms).reduce<string[]>((found, room) => (found.length > 0 ? found : visit(room, [])), [])
}
