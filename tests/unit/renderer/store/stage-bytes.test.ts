import { describe, expect, it } from 'vitest'
import { saveBytes, stageBytes } from '../../../../renderer/store/stage-bytes.ts'
import { fail } from '../../../../shared/values/result.ts'
import { memoryDesktop, memoryDisk } from '../../../fixtures/memory-desktop.ts'

const content = new TextEncoder().encode('年报')
const suggestion = { name: '年报.csv', kind: 'csv' } as const
const gone = () => Promise.reject(new Error('the shell is gone'))

describe('saveBytes()', () => {
  it('hands the bytes over and saves them', async () => {
    const disk = memoryDisk()
    expect(await saveBytes(memoryDesktop(disk), suggestion, content)).toMatchObject({ ok: true })
    expect(disk.saved.get('年报.csv')).toEqual(content)
  })

  it('says so where they were not taken, and where the shell does not answer', async () => {
    const { desktop, bytes } = memoryDesktop(memoryDisk())
    const full = { ...bytes, write: async () => fail({ code: 'disk-full', detail: '' } as const) }
    expect(await saveBytes({ desktop, bytes: full }, suggestion, content)).toMatchObject({
      problem: { code: 'disk-full' },
    })
    for (const method of ['stage', 'saveFile'] as const) {
      const shell = { desktop: { ...desktop, [method]: gone }, bytes }
      expect(await saveBytes(shell, suggestion, content)).toMatchObject({ problem: { code: 'io' } })
    }
    expect(await stageBytes({ desktop: { ...desktop, stage: gone }, bytes }, 'a', content)).toMatchObject({ ok: false })
  })
})
