import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createLog } from '../../../electron/log.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

it('writes a line an event, and starts over at 1 MB keeping the older file', () => {
  const folder = path.join(temporaryFolder(), 'logs')
  const log = createLog(folder, () => 0)
  log('started', { frames: 3 })
  const file = path.join(folder, 'app.log')
  expect(readFileSync(file, 'utf8')).toBe('1970-01-01T00:00:00.000Z started {"frames":3}\n')
  writeFileSync(file, 'x'.repeat(1_000_000))
  log('next')
  expect(readFileSync(file, 'utf8')).toBe('1970-01-01T00:00:00.000Z next {}\n')
  expect(statSync(path.join(folder, 'app.old.log')).size).toBe(1_000_000)
})
