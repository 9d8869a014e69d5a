import { describe, expect, it } from 'vitest'
import { compareRevisions, currentRevision } from '../../../../../shared/model/package/revision-order.ts'

const older = { exported: '1611000000000-0000-pc1', sha256: 'ff' }
const newer = { exported: '1611000000000-0001-pc1', sha256: '00' }
const twin = { exported: '1611000000000-0001-pc1', sha256: '01' }

describe('compareRevisions()', () => {
  it('orders by the clock of the export, then by the file', () => {
    expect(compareRevisions(older, newer)).toBeLessThan(0)
    expect(compareRevisions(twin, newer)).toBeGreaterThan(0)
    expect(compareRevisions(newer, { ...newer })).toBe(0)
  })
})

describe('currentRevision()', () => {
  it('is the newest, in whatever order they came', () => {
    for (const order of [
      [older, newer, twin],
      [twin, newer, older],
      [newer, twin, older],
    ]) {
      expect(currentRevision(order)).toBe(twin)
    }
    expect(currentRevision([])).toBeNull()
  })
})
