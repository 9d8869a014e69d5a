import { describe, expect, it } from 'vitest'
import { sealedUnder } from '../../../../electron/keyring/sealed-under.ts'

const personal = (keyId: string) => ({
  entity: 'entry',
  record: 'u|requests|1',
  group: 'personal',
  value: { keyId, nonce: 'AAAA', data: 'AAAA' },
  previous: null,
})

async function* pieces(...frames: readonly (readonly object[])[]): AsyncGenerator<Buffer> {
  for (const changes of frames) yield Buffer.from(`${JSON.stringify({ v: 1, changes })}\n`)
}

describe('sealedUnder()', () => {
  it('gives the keyrings of sealed records in the order in which they came up', async () => {
    const frames = pieces([personal('AAAA-2222.x')], [], [personal('BBBB-2222.y'), personal('AAAA-2222.z')])
    expect(await sealedUnder(frames)).toEqual(['AAAA-2222', 'BBBB-2222'])
  })

  it('takes nothing that was typed for a sealed record', async () => {
    const typed = { group: 'main', value: { title: JSON.stringify(personal('AAAA-2222.x')), about: '"keyId":"A.b"' } }
    expect(await sealedUnder(pieces([typed]))).toEqual([])
  })
})
