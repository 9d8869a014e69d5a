import { type FileToken, fileAddress, type StorageProblem } from '../../../shared/desktop.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { FileBytes } from '../store.ts'

/** Bytes by `fileAddress(token)`, in the window and in its workers alike. */
export const fetchedBytes: FileBytes = {
  read: (token) => request(token, undefined, async (response) => new Uint8Array(await response.arrayBuffer())),
  write: (token, bytes) =>
    request(token, { method: 'POST', body: new Blob([Uint8Array.from(bytes)]) }, async () => null),
}

async function request<T>(
  token: FileToken,
  init: RequestInit | undefined,
  take: (response: Response) => Promise<T>,
): Promise<Result<T, StorageProblem>> {
  try {
    const response = await fetch(fileAddress(token), init)
    if (!response.ok) {
      return fail({ code: codeOf(response.status), detail: `${response.status} ${await response.text()}` })
    }
    return ok(await take(response))
  } catch (error) {
    return fail({ code: 'io', detail: String(error) })
  }
}

function codeOf(status: number): StorageProblem['code'] {
  if (status === 404 || status === 410) return 'file-missing'
  if (status === 413) return 'file-too-large'
  return 'io'
}
