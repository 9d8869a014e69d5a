import { describe, expect, it } from 'vitest'
import { stagedDraft } from '../../../../electron/bridge/staged-draft.ts'
import { FileTokens } from '../../../../electron/chosen/file-tokens.ts'
import { draft } from '../journal/journal-fixture.ts'

function staged(content: Uint8Array | null) {
  const tokens = new FileTokens(() => 'token-0000000000')
  const token = tokens.add({ kind: 'staged', name: 'action.json', bytes: null })
  if (content !== null) tokens.fill(token, content)
  return { tokens, token }
}
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

describe('stagedDraft()', () => {
  it('gives the action that was sent, once', async () => {
    const { tokens, token } = staged(bytes(draft('１６件')))
    expect(await stagedDraft(tokens, token)).toEqual({ ok: true, value: draft('１６件') })
    expect(await stagedDraft(tokens, token)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  })

  it.each([
    ['half of it', bytes(draft('1')).subarray(0, 40)],
    ['another shape', bytes({ ...draft('1'), seq: 7 })],
    ['no change', bytes({ ...draft('1'), changes: [] })],
  ])('takes nothing that an argument could not be: %s', async (_what, content) => {
    const { tokens, token } = staged(content)
    expect(await stagedDraft(tokens, token)).toEqual({ ok: false, problem: { code: 'io', detail: 'not an action' } })
  })

  it('takes only what the window sent: a file that somebody opened is no action, and stays open', async () => {
    const tokens = new FileTokens(() => 'token-0000000000')
    const token = tokens.add({ kind: 'made', name: 'a.ogi', bytes: bytes(draft('1')) })
    expect(await stagedDraft(tokens, token)).toEqual({ ok: false, problem: { code: 'io', detail: 'not an action' } })
    expect((await tokens.read(token)).ok).toBe(true)
  })

  it('says so where nothing was sent', async () => {
    const { tokens, token } = staged(null)
    expect(await stagedDraft(tokens, token)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  })
})
