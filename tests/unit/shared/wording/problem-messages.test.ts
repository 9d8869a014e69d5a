import { describe, expect, it } from 'vitest'
import { exportProblemMessage } from '../../../../shared/wording/export-problem.ts'
import { importProblemMessage } from '../../../../shared/wording/import-problem.ts'
import { packageProblemMessage } from '../../../../shared/wording/package-problem.ts'
import { storageProblemMessage } from '../../../../shared/wording/storage-problem.ts'
import { writeProblemMessage } from '../../../../shared/wording/write-problem.ts'

const full = { code: 'disk-full', detail: 'ENOSPC' } as const
const behind = { code: 'store-behind', detail: 'x' } as const

describe('writeProblemMessage()', () => {
  it('says of a window that is behind that nothing is lost, and of the disk what the disk said', () => {
    expect(writeProblemMessage(behind)).toContain('一个也没有丢')
    expect(writeProblemMessage(behind)).toContain('关掉本程序再打开')
    expect(writeProblemMessage(full)).toBe(storageProblemMessage(full))
  })
})

describe('importProblemMessage()', () => {
  it('says that nothing was changed, whatever the reason', () => {
    expect(importProblemMessage({ code: 'unit-unknown' })).toContain('没有改动')
    expect(importProblemMessage(full)).toBe(`${storageProblemMessage(full)}文件没有收下，原来的数据没有改动。`)
  })
})

describe('exportProblemMessage()', () => {
  it('says where to go on', () => {
    expect(exportProblemMessage({ code: 'not-finalised' })).toContain('先到“定稿”里定稿')
    expect(exportProblemMessage({ code: 'no-form' })).toContain('年度')
  })

  it('says why nobody above could take the file', () => {
    const problem = { code: 'too-large' } as const
    expect(exportProblemMessage({ code: 'not-packed', problem })).toContain(packageProblemMessage(problem))
    expect(exportProblemMessage({ code: 'not-packed', problem: null })).toContain('删短')
  })

  it('says of a file that was not noted that it is good and where it lies', () => {
    const saved = { path: 'E:\\花园镇.ogi', name: '花园镇.ogi', sha256: '0', verified: true } as const
    const message = exportProblemMessage({ code: 'not-recorded', saved, problem: full })
    expect(message).toContain('文件已经存好，可以用：E:\\花园镇.ogi')
    expect(message).toContain(storageProblemMessage(full))
  })

  it('passes on what the disk said', () => expect(exportProblemMessage(full)).toBe(storageProblemMessage(full)))
})
