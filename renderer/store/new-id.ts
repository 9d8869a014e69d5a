let last = 0

/** An id that no other PC draws, and that sorts after those drawn before it here. `now`: milliseconds since 1970. */
export function newId(now: number): string {
  last = Math.max(now, last + 1)
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  return last.toString(36).padStart(9, '0') + random.toString(36).padStart(7, '0')
}
