import { type Frame, type FrameDraft, MAX_CHANGES } from './frame.ts'

/**
 * An action of more changes than a frame holds is a chain: frames that follow on each other under one id. Here they are
 * one frame again, with the number and the stamp of the first, so that the action stands as one. A chain that is not
 * whole, because the disk or the power gave out in its middle, is left out: nothing of it was ever 已保存.
 */
export function joinChains(frames: readonly Frame[]): Frame[] {
  const joined: Frame[] = []
  for (let at = 0; at < frames.length; ) {
    const frame = frames[at]
    if (frame === undefined) break
    if (frame.chain === undefined) {
      joined.push(frame)
      at++
      continue
    }
    const links = linksFrom(frames, at)
    if (links.length === frame.chain.of) joined.push({ ...frame, changes: links.flatMap(({ changes }) => changes) })
    at += links.length
  }
  return joined
}

/** The number of the last frame of an action, of which `frame` is the first or all of them joined. */
export function endOf({ seq, chain }: Pick<Frame, 'seq' | 'chain'>): number {
  return seq + (chain?.of ?? 1) - 1
}

/** Whether a batch of frames may end after `frame`: not in the middle of a chain. */
export function endsAction({ chain }: Frame): boolean {
  return chain === undefined || chain.index === chain.of - 1
}

/** The links of the chain that `frames[at]` is of, from there on; at least that one, which may not be its first. */
function linksFrom(frames: readonly Frame[], at: number): Frame[] {
  const [first, ...rest] = frames.slice(at, at + (frames[at]?.chain?.of ?? 1))
  if (first?.chain === undefined) return first === undefined ? [] : [first]
  const { id, index } = first.chain
  const end = rest.findIndex(({ chain }, place) => chain?.id !== id || chain.index !== index + place + 1)
  return [first, ...(end < 0 ? rest : rest.slice(0, end))]
}

/**
 * An action as the drafts of its frames: one, or a chain. `after`: the stamp of the frame before it, which no other
 * chain has. `most`: changes in one frame.
 */
export function chained(draft: FrameDraft, after: string | null, most: number = MAX_CHANGES): readonly FrameDraft[] {
  const of = Math.ceil(draft.changes.length / most)
  if (of <= 1) return [draft]
  const id = after ?? 'first'
  return Array.from({ length: of }, (_, index) => ({
    ...draft,
    changes: draft.changes.slice(index * most, (index + 1) * most),
    chain: { id, of, index },
  }))
}
