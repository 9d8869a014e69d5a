import type { FileToken, StorageProblem } from '../../shared/desktop.ts'
import { type FrameDraft, frameDraft } from '../../shared/journal/frame.ts'
import { fail, type Result } from '../../shared/values/result.ts'
import type { FileTokens } from '../chosen/file-tokens.ts'

/** An action that the window sent as bytes, checked like the arguments of its calls. The bytes are let go. */
export async function stagedDraft(tokens: FileTokens, token: FileToken): Promise<Result<FrameDraft, StorageProblem>> {
  const held = tokens.find(token)
  if (held !== undefined && held.kind !== 'staged') return fail({ code: 'io', detail: 'not an action' })
  const read = await tokens.read(token)
  if (!read.ok) return read
  tokens.drop(token)
  const draft = frameDraft.safeParse(parseJson(read.value.bytes))
  return draft.success ? { ok: true, value: draft.data } : fail({ code: 'io', detail: 'not an action' })
}

/** Undefined, which is no action, where it is not JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
