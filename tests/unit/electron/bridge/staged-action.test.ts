import { describe, expect, it } from 'vitest'
import { StagedActions } from '../../../../electron/bridge/staged-action.ts'
import { FileTokens } from '../../../../electron/chosen/file-tokens.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { draft, open, values } from '../journal/journal-fixture.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

async function staging() {
  const journal = await open(temporaryFolder())
  let count = 0
  const tokens = new FileTokens(() => `token-${String(count++).padStart(10, '0')}`)
  return { journal, tokens, staged: new StagedActions(tokens, journal) }
}

describe('StagedActions', () => {
  it('appends what was sent, under the stamp that was told', async () => {
    const { journal, tokens, staged } = await staging()
    const { token, stamp } = await staged.stage(null)
    tokens.fill(token, bytes(draft('16')))
    expect(await staged.append(token)).toEqual({ ok: true, value: null })
    expect(journal.head).toEqual({ seq: stamp.seq, hlc: stamp.hlc })
    expect(await values(journal)).toEqual(['16'])
  })

  it('appends nothing twice, nothing that was not sent, and nothing of another shape', async () => {
    const { journal, tokens, staged } = await staging()
    const first = await staged.stage(null)
    expect(await staged.append(first.token)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
    tokens.fill(first.token, bytes({ ...draft('1'), seq: 7 }))
    expect(await staged.append(first.token)).toMatchObject({ ok: false, problem: { code: 'io' } })
    const second = await staged.stage(null)
    tokens.fill(second.token, bytes(draft('2')))
    expect((await staged.append(second.token)).ok).toBe(true)
    expect(await staged.append(second.token)).toMatchObject({ ok: false })
    expect(await values(journal)).toEqual(['2'])
  })

  it('lets a later action have the place of one that was never sent', async () => {
    const { journal, tokens, staged } = await staging()
    const left = await staged.stage(null)
    tokens.fill(left.token, bytes(draft('1')))
    expect((await journal.append(draft('2'))).ok).toBe(true)
    expect(await staged.append(left.token)).toMatchObject({ ok: false, problem: { code: 'io' } })
    const next = await staged.stage(null)
    expect(await staged.append(left.token)).toMatchObject({ ok: false, problem: { detail: 'no action was staged' } })
    tokens.fill(next.token, bytes(draft('3')))
    expect((await staged.append(next.token)).ok).toBe(true)
    expect(await values(journal)).toEqual(['2', '3'])
  })
})
