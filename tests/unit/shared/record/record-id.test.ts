import { describe, expect, it } from 'vitest'
import { reportRecordId } from '../../../../shared/model/report/report-record.ts'
import { splitRecordId } from '../../../../shared/record/record-id.ts'

describe('splitRecordId()', () => {
  it('takes an id apart', () => {
    expect(splitRecordId(reportRecordId({ unit: '420921001000', year: 2020, layer: 'own' }), 3)).toEqual([
      '420921001000',
      '2020',
      'own',
    ])
  })

  it('leaves a bar in a code alone', () => {
    expect(splitRecordId('a|b|2020', 2)).toEqual(['a|b', '2020'])
  })

  it.each([
    ['a|b', ['', 'a', 'b']],
    ['a', ['', 'a']],
    ['|requests|e', ['', 'requests', 'e']],
  ])('fills from behind where parts are missing: %s', (id, parts) => {
    expect(splitRecordId(id, 3)).toEqual(parts)
  })
})
