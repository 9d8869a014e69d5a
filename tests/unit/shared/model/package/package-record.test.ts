import { describe, expect, it } from 'vitest'
import { receiveSubmission } from '../../../../../shared/actions/receive-changes.ts'
import { readPackage } from '../../../../../shared/model/package/package-record.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { receivedOf } from '../../../../fixtures/received.ts'

const received = await receivedOf({ code: 't1', cells: { 'requests.received.person': 3 }, follows: ['b'.repeat(64)] })
const change = receiveSubmission(forms, received)
const groups = { received: { value: change.value, stamp: '', author: '', device: '' } }

describe('receiveSubmission()', () => {
  it('is a record under the id of the submission', () => {
    expect(change).toMatchObject({ entity: 'package', record: received.id, group: 'received', previous: null })
  })
})

describe('readPackage()', () => {
  it('reads back the submission', () => expect(readPackage(change.record, groups, forms)).toEqual(received))

  it('gives nothing for a record that was removed or is of another shape', () => {
    expect(readPackage(change.record, {}, forms)).toBeNull()
    expect(
      readPackage(change.record, { received: { value: { year: 2020 }, stamp: '', author: '', device: '' } }, forms),
    ).toBeNull()
  })
})
