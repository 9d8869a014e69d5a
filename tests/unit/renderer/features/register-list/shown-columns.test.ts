import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../../../renderer/features/register-list/shown-columns.ts'
import type { RegisterDefinition } from '../../../../../shared/catalogue/registers/register-definition.ts'
import { requestsRegister } from '../../../../fixtures/catalogue.ts'

const headingOf = (register: RegisterDefinition, key: string): string | undefined =>
  columnsOf(register).find((column) => column.key === key)?.label

describe('columnsOf()', () => {
  it('heads a sealed field as its own register calls it, and the name shorter', () => {
    expect(headingOf(requestsRegister, 'subject')).toBe('申请内容')
    expect(headingOf(requestsRegister, 'name')).toBe('申请人')
    const fields = requestsRegister.fields.map((field) =>
      field.key === 'subject' ? { ...field, label: '事由' } : field,
    )
    expect(headingOf({ ...requestsRegister, id: 'complaints', fields }, 'subject')).toBe('事由')
  })
})
