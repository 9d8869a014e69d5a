import { describe, expect, it } from 'vitest'
import { requestLayout } from '../../../../../renderer/features/request/request-layout.ts'
import type { RegisterField } from '../../../../../shared/catalogue/registers/register-definition.ts'
import { typedFields } from '../../../../../shared/catalogue/registers/sheet-fields.ts'
import { requestsRegister } from '../../../../fixtures/catalogue.ts'

const keysOf = (fields: readonly RegisterField[]) => fields.map(({ key }) => key)
const placed = (register: typeof requestsRegister, way: string) =>
  Object.values(requestLayout(register, way)).flatMap(keysOf)

describe('requestLayout()', () => {
  it('has four fields that make a request, and the confirmation where the way needs one', () => {
    expect(keysOf(requestLayout(requestsRegister, 'inPerson').main)).toEqual(['arrived', 'way', 'applicant'])
    expect(keysOf(requestLayout(requestsRegister, 'online').main)).toEqual(['arrived', 'way', 'confirmed', 'applicant'])
  })

  it('has every field that people type once, one that is added too', () => {
    const added: RegisterField[] = [
      { key: 'agent', label: '代理人', kind: 'text', group: 'personal', personal: true },
      { key: 'topic', label: '类别', kind: 'text', group: 'handling' },
      { key: 'copies', label: '份数', kind: 'count', group: 'another' },
    ]
    const register = { ...requestsRegister, fields: [...requestsRegister.fields, ...added] }
    expect(placed(register, 'fax').toSorted()).toEqual(keysOf(typedFields(register)).toSorted())
  })
})
