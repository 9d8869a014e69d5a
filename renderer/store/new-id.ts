let last = 0

/** Drawn many at a time: an import asks for thousands. */
const drawn = new Uint32Array(256)
let used = drawn.length

/** An id that no other PC draws, and that sorts after those drawn before it here. `now`: milliseconds since 1970. */
export function newId(now: number): string {
  last = Math.max(now, last + 1)
  return last.toString(36).padStart(9, '0') + random().toString(36).padStart(7, '0')
}

function random(): number {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  used += 1
  return drawn[used - 1] ?? 0
}
