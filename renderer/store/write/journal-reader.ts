import type { Desktop } from '../../../shared/desktop.ts'
import { type Frame, frame } from '../../../shared/journal/frame.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { FileBytes, OpenProblem } from '../store.ts'

/** Frames of the journal with a greater sequence number, in order and without gaps, at least up to number `upTo`. */
export async function readJournal(
  { desktop, bytes }: { readonly desktop: Desktop; readonly bytes: FileBytes },
  after: number,
  upTo: number,
): Promise<Result<readonly Frame[], OpenProblem>> {
  const token = await desktop.readJournal(after)
  if (!token.ok) return fail({ code: 'journal-unreadable', detail: `${token.problem.code} ${token.problem.detail}` })
  const content = await bytes.read(token.value)
  if (!content.ok) {
    return fail({ code: 'journal-unreadable', detail: `${content.problem.code} ${content.problem.detail}` })
  }
  const frames: Frame[] = []
  for (const line of linesOf(content.value)) {
    const parsed = parseFrame(line)
    const expected = after + frames.length + 1
    if (parsed?.seq !== expected) return fail({ code: 'journal-unreadable', detail: `no frame ${expected}` })
    frames.push(parsed)
  }
  if (after + frames.length < upTo) {
    return fail({ code: 'journal-unreadable', detail: `no frame ${after + frames.length + 1}` })
  }
  return ok(frames)
}

const NEWLINE = 0x0a

/** Line by line, so that a journal of years never becomes one string. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder()
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(NEWLINE, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    start += line.length + 1
    if (line.length > 0) yield decoder.decode(line)
  }
}

function parseFrame(line: string): Frame | null {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return null
  }
  const parsed = frame.safeParse(json)
  return parsed.success ? parsed.data : null
}
