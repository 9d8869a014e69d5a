function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** How alike two texts are, 0 to 1: the Dice coefficient of their pairs of neighbouring characters. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const first = bigrams(a)
  let shared = 0
  for (const [pair, count] of bigrams(b)) shared += Math.min(count, first.get(pair) ?? 0)
  return (2 * shared) / (a.length - 1 + (b.length - 1))
}
