import { describe, expect, it } from 'vitest'
import { signOffLines, widthInCharacters } from '../../../../../shared/steps/documents/sign-off.ts'

describe('signOffLines()', () => {
  it.each([
    ['花园镇人民政府', ['花园镇人民政府']],
    ['孝昌县人力资源和社会保障局', ['孝昌县人力资源和社会保障局']],
    ['孝昌县花园镇人民政府党政综合办公室', ['孝昌县花园镇人民政府', '党政综合办公室']],
    ['湖北省孝感市孝昌县人民政府办公室', ['湖北省孝感市', '孝昌县人民政府办公室']],
    ['某某国家级高新技术产业开发区', ['某某国家级高新', '技术产业开发区']],
    ['', []],
  ])('breaks %s by sense', (name, lines) => {
    expect(signOffLines(name)).toEqual(lines)
  })

  it('loses no character, whatever the name', () => {
    for (const name of [
      '省省省省省省省省省省省省省省',
      'A'.repeat(40),
      '新疆维吾尔自治区巴音郭楞蒙古自治州博斯腾湖乡人民政府',
    ]) {
      expect(signOffLines(name).join('')).toBe(name)
    }
  })
})

describe('widthInCharacters()', () => {
  it('counts digits as halves', () => {
    expect(widthInCharacters('2026年11月23日')).toBe(7)
  })
})
