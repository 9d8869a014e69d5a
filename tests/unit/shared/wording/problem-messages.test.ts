import { describe, expect, it } from 'vitest'
import { exportProblemMessage } from '../../../../shared/wording/export-problem.ts'
import { importProblemMessage } from '../../../../shared/wording/import-problem.ts'
import { storageProblemMessage } from '../../../../shared/wording/storage-problem.ts'
import { writeProblemMessage } from '../../../../shared/wording/write-problem.ts'

const full = { code: 'disk-full', detail: 'ENOSPC' } as const
const behind = { code: 'store-behind', detail: 'x' } as const

describe('writeProblemMessage()', () => {
  it('says of a window that is behind that nothing is lost, and of the disk what the disk said', () => {
    expect(writeProblemMessage(behind)).toContain('内容已保存')
    expect(writeProblemMessage(behind)).toContain('关闭本程序再打开')
    expect(writeProblemMessage(full)).toBe(storageProblemMessage(full))
  })
})

describe('importProblemMessage()', () => {
  it('says that nothing was changed, but where the journal has the file and the window does not', () => {
    expect(importProblemMessage({ code: 'unit-unknown' })).toContain('没有任何改动')
    expect(importProblemMessage(full)).toBe(`${storageProblemMessage(full)}文件未接收，原有数据没有变。`)
    expect(importProblemMessage(behind)).toMatch(/^文件已经接收，但显示未更新/)
  })
})

describe('exportProblemMessage()', () => {
  it('says where to go on', () => {
    expect(exportProblemMessage({ code: 'not-finalised' })).toContain('先到“定稿”里定稿')
    expect(exportProblemMessage({ code: 'no-form' })).toContain('年度')
  })

  it('says what the sender can do, and nothing that is meant for the receiver', () => {
    for (const problem of [null, { code: 'too-large' } as const]) {
      const message = exportProblemMessage({ code: 'not-packed', problem })
      expect(message).toContain('改短')
      expect(message).not.toMatch(/对方|接收/)
    }
  })

  it('says of a file that was not noted that it is good and where it lies', () => {
    const saved = { path: 'E:\\花园镇.ogi', name: '花园镇.ogi', sha256: '0', verified: true } as const
    const message = exportProblemMessage({ code: 'not-recorded', saved, problem: full })
    expect(message).toContain('文件已保存，可以使用：E:\\花园镇.ogi')
    expect(message).toContain(storageProblemMessage(full))
  })

  it('passes on what the disk said', () => expect(exportProblemMessage(full)).toBe(storageProblemMessage(full)))
})
