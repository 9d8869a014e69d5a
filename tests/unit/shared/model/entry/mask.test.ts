import { describe, expect, it } from 'vitest'
import { maskField, maskFields } from '../../../../../shared/model/entry/mask.ts'
import { requestsRegister } from '../../../../fixtures/catalogue.ts'

describe('maskField()', () => {
  it.each([
    ['name', '张三', '张*'],
    ['name', '欧阳小明', '欧***'],
    ['name', '𠮷田', '𠮷*'],
    ['name', '张', '*'],
    ['idNumber', '420921198001011234', '4209**********1234'],
    ['idNumber', 'E12345678', 'E*******8'],
    ['idNumber', '12', '**'],
    ['phone', '13800001234', '138****1234'],
    ['phone', '4831234', '*****34'],
    ['email', 'zhangsan@example.cn', '***@example.cn'],
    ['email', 'zhangsan', '***'],
    ['address', '孝昌县花园镇一号', '***'],
    ['subject', '王五的宅基地审批表', '***'],
    ['whatever', '王五', '***'],
    ['name', '  ', ''],
  ])('shows of %s %s: %s', (key, text, masked) => {
    expect(maskField(key, text)).toBe(masked)
  })

  it('shows no personal field of any register whole', () => {
    const fields = requestsRegister.fields.filter(({ personal }) => personal)
    expect(fields.length).toBeGreaterThan(3)
    for (const { key } of fields) {
      for (const text of ['某', '某某', '某某某', '12345678901', '420921198001011234', 'a@b']) {
        expect([key, maskField(key, text)]).not.toEqual([key, text])
      }
    }
  })
})

describe('maskFields()', () => {
  it('masks each by its key', () => {
    expect(maskFields({ name: '张三', phone: '13800001234', subject: '李四的档案' })).toEqual({
      name: '张*',
      phone: '138****1234',
      subject: '***',
    })
  })
})
