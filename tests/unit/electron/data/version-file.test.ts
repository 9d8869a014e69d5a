import { describe, expect, it } from 'vitest'
import { ownVersions, STORE_VERSION } from '../../../../electron/data/version-file.ts'
import { migrations } from '../../../../renderer/store/tables/migrations/migrations.ts'
import { FRAME_VERSION } from '../../../../shared/journal/frame.ts'

describe('STORE_VERSION', () => {
  // The two rooms may not import each other: a new step of the schema is a store that older programs cannot read.
  it('is the newest step of the store’s schema', () => {
    expect(migrations.at(-1)?.version).toBe(STORE_VERSION)
  })
})

describe('ownVersions()', () => {
  it('names what this program writes', () => {
    expect(ownVersions('0.1.0', '156.0')).toEqual({
      app: '0.1.0',
      journal: FRAME_VERSION,
      store: STORE_VERSION,
      chromium: '156.0',
    })
  })
})
