import { describe, expect, it } from 'vitest'
import {
  adjustmentEdit,
  blankEdit,
  narrativeEdit,
  noteEdit,
  reasonEdit,
  remarkEdit,
  signOffEdit,
  titleEdit,
} from '../../../../shared/actions/report-changes.ts'
import { formById } from '../../../../shared/catalogue/catalogue.ts'
import type { ReportId } from '../../../../shared/model/report/report-record.ts'
import type { Groups } from '../../../../shared/record/groups.ts'
import { forms } from '../../../fixtures/catalogue.ts'

const id: ReportId = { unit: 'u', year: 2021, layer: 'total' }

const holding = (group: string, value: Groups[string]['value']): Groups => ({
  [group]: { value, stamp: '1', author: '', device: '' },
})

describe('narrativeEdit()', () => {
  it('keeps the text as typed, with one kind of line end', () => {
    const [change] = narrativeEdit(id, {}, 'overview', '  （一）主动公开\r\n8137条。')
    expect(change).toEqual({
      entity: 'report',
      record: 'u|2021|total',
      group: 'narrative:overview',
      value: '  （一）主动公开\n8137条。',
      previous: null,
    })
  })

  it('removes a text that was emptied', () => {
    expect(narrativeEdit(id, holding('narrative:other', '无'), 'other', ' \n')[0]).toMatchObject({
      value: null,
      previous: '无',
    })
  })
})

describe('titleEdit()', () => {
  it("goes back to the form's own title", () => {
    const form = formById(forms, '2021')
    if (form === null) throw new Error('no form')
    const own = holding('title:problems', '问题及改进')
    expect(titleEdit(form, id, own, 'problems', '存在的主要问题及改进情况')[0]).toMatchObject({ value: null })
    expect(titleEdit(form, id, {}, 'problems', '存在的主要问题及改进情况')).toEqual([])
    expect(titleEdit(form, id, {}, 'problems', '问题')[0]).toMatchObject({ value: '问题' })
  })
})

describe('signOffEdit()', () => {
  it('gives no change for the same sign-off', () => {
    const groups = holding('signOff', { date: '2022-01-29', unit: '孝昌县人民政府' })
    expect(signOffEdit(id, groups, { unit: '孝昌县人民政府', date: '2022-01-29' })).toEqual([])
    expect(signOffEdit(id, groups, null)[0]).toMatchObject({ value: null })
  })
})

describe('adjustmentEdit()', () => {
  it('records by how much and why', () => {
    const [change] = adjustmentEdit(id, {}, 'requests.received.person', { by: -1, reason: ' 重复计算 ' })
    expect(change).toMatchObject({
      group: 'adjust:requests.received.person',
      value: { by: -1, reason: '重复计算' },
    })
  })

  it('takes it back', () => {
    const groups = holding('adjust:requests.received.person', { by: -1, reason: '重复计算' })
    expect(adjustmentEdit(id, groups, 'requests.received.person', null)[0]).toMatchObject({ value: null })
  })
})

describe('the other texts', () => {
  it('each have a group of their own', () => {
    const groups = [
      remarkEdit(id, {}, 'disclosure.normativeDocument.repealed', '含自然失效29件'),
      noteEdit(id, {}, 'disputes', '注：含上年度结转。'),
      blankEdit(id, {}, '0'),
      reasonEdit(id, {}, 'balance|cell:requests.received.person', '县里统一口径'),
    ].flatMap((changes) => changes.map(({ group }) => group))
    expect(groups).toEqual([
      'remark:disclosure.normativeDocument.repealed',
      'note:disputes',
      'blank',
      'reason:balance|cell:requests.received.person',
    ])
  })
})
