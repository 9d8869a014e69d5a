import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWindowState, visibleBounds, writeWindowState } from '../../../../electron/window/window-state.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const screen = { x: 0, y: 0, width: 1366, height: 728 }
const second = { x: 1366, y: -200, width: 1920, height: 1040 }

describe('visibleBounds()', () => {
  it('keeps a place on either screen', () => {
    const left = { x: 100, y: 50, width: 1100, height: 600 }
    const right = { x: 1500, y: -150, width: 1100, height: 600 }
    expect(visibleBounds(left, [screen, second])).toEqual(left)
    expect(visibleBounds(right, [screen, second])).toEqual(right)
  })

  it('forgets a place on a screen that is gone', () => {
    expect(visibleBounds({ x: 1500, y: 0, width: 1100, height: 600 }, [screen])).toBeNull()
    expect(visibleBounds({ x: 0, y: 720, width: 1100, height: 600 }, [screen])).toBeNull()
    expect(visibleBounds({ x: -1000, y: 0, width: 1100, height: 600 }, [screen])).toBeNull()
    expect(visibleBounds({ x: 0, y: 0, width: 1100, height: 600 }, [])).toBeNull()
  })

  it('is never larger than the screen', () => {
    expect(visibleBounds({ x: 0, y: 0, width: 3000, height: 2000 }, [screen])).toMatchObject({
      width: 1366,
      height: 728,
    })
  })
})

describe('readWindowState()', () => {
  it('gives back what was written, and null for anything else', async () => {
    const folder = temporaryFolder()
    expect(await readWindowState(folder)).toBeNull()
    const state = { bounds: { x: 1, y: 2, width: 1100, height: 650 }, isMaximized: true }
    await writeWindowState(folder, state)
    expect(await readWindowState(folder)).toEqual(state)
    for (const text of ['', '{', '{"bounds":1}', JSON.stringify({ ...state, isMaximized: 'yes' })]) {
      writeFileSync(path.join(folder, 'window-state.json'), text)
      expect(await readWindowState(folder)).toBeNull()
    }
  })
})
