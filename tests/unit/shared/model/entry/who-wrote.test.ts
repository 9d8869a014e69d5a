import { describe, expect, it } from 'vitest'
import { applyFrame } from '../../../../../shared/journal/apply-frame.ts'
import type { Frame } from '../../../../../shared/journal/frame.ts'
import { whoWrote } from '../../../../../shared/model/entry/who-wrote.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { writtenByText } from '../../../../../shared/wording/written-by.ts'

const RECORD = 't1|documents|e1'
const DAY = 24 * 60 * 60 * 1000
const start = Date.parse('2025-03-02T09:00:00+08:00')

const frame = (seq: number, author: string, groups: readonly string[], actingUnit?: string): Frame => ({
  v: 1,
  seq,
  hlc: `${start + seq * DAY}-0000-test`,
  device: 'test',
  action: 'edit-entry',
  author,
  ...(actingUnit === undefined ? {} : { actingUnit }),
  unit: 't1',
  year: 2025,
  changes: groups.map((group) => ({ entity: 'entry', record: RECORD, group, value: `${seq}`, previous: null })),
})

function applied(frames: readonly Frame[]): Groups {
  const rows = new Map<string, Groups>()
  for (const one of frames) for (const [key, groups] of applyFrame(rows, one)) rows.set(key, groups)
  return rows.get(`entry ${RECORD}`) ?? {}
}

describe('whoWrote()', () => {
  it('names who began a record and who changed it last, with the office that did it for them', () => {
    const groups = applied([
      frame(0, '王芳', ['main']),
      frame(1, '李明', ['main', 'dates'], '420921000000'),
      frame(2, '赵强', ['dates']),
    ])
    expect(whoWrote(groups)).toEqual({
      began: { author: '王芳', time: start, actingUnit: null },
      changed: { author: '赵强', time: start + 2 * DAY, actingUnit: null },
    })
    expect(whoWrote(applied([frame(3, '李明', ['main'], 'c')]))?.began).toMatchObject({ actingUnit: 'c' })
    expect(whoWrote({})).toBeNull()
  })

  it('keeps who began a group through every later change of it', () => {
    const groups = applied([
      frame(0, '王芳', ['main']),
      frame(1, '李明', ['main', 'dates'], 'c'),
      frame(2, '赵强', ['dates', 'repeal']),
      frame(3, '王芳', ['main']),
    ])
    const begun = Object.entries(groups).map(([group, { began, author }]) => [group, (began ?? { author }).author])
    expect(begun).toEqual([
      ['main', '王芳'],
      ['dates', '李明'],
      ['repeal', '赵强'],
    ])
  })
})

describe('writtenByText()', () => {
  const nameOf = (code: string) => (code === 'c' ? '孝昌县人民政府' : null)
  const said = (...frames: Frame[]) => {
    const wrote = whoWrote(applied(frames))
    return wrote === null ? '' : writtenByText(wrote, nameOf)
  }

  it('is short where one person did it all on one day', () => {
    expect(said(frame(0, '王芳', ['main']))).toBe('王芳，2025年3月2日登记。')
    expect(said(frame(0, '王芳', ['main']), frame(4, '王芳', ['main']))).toBe(
      '王芳，2025年3月2日登记；2025年3月6日改过。',
    )
  })

  it('says 代填 of whoever did it for the unit', () => {
    expect(said(frame(0, '李明', ['main'], 'c'), frame(1, '王芳', ['main']))).toBe(
      '李明（孝昌县人民政府代填），2025年3月2日登记；王芳，2025年3月3日改过。',
    )
    expect(said(frame(0, '', ['main'], 'x'))).toBe('未填登记人（上级单位代填），2025年3月2日登记。')
  })
})
