import type { FileToken, SavedFile, SaveSuggestion, StorageProblem } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { Store } from './store.ts'

type Shell = Pick<Store, 'desktop' | 'bytes'>

/** Hands bytes to the shell and gives the token that names them. Never rejects. */
export async function stageBytes(
  { desktop, bytes }: Shell,
  name: string,
  content: Uint8Array,
): Promise<Result<FileToken, StorageProblem>> {
  try {
    const token = await desktop.stage(name)
    const written = await bytes.write(token, content)
    return written.ok ? ok(token) : written
  } catch (error) {
    return unanswered(error)
  }
}

/** Asks where, and has the bytes written there, read back and compared. Null: the clerk chose nowhere. Never rejects. */
export async function saveBytes(
  shell: Shell,
  suggestion: SaveSuggestion,
  content: Uint8Array,
): Promise<Result<SavedFile | null, StorageProblem>> {
  const token = await stageBytes(shell, suggestion.name, content)
  if (!token.ok) return token
  try {
    return await shell.desktop.saveFile(token.value, suggestion)
  } catch (error) {
    return unanswered(error)
  }
}

const unanswered = (error: unknown) => fail({ code: 'io', detail: String(error) } as const)
