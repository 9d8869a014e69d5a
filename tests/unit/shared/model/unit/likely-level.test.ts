import { expect, it } from 'vitest'
import { likelyLevel } from '../../../../../shared/model/unit/likely-level.ts'

it.each([
  ['花园镇', 'county', 'township'],
  ['书院街道办事处', 'county', 'township'],
  ['小河乡人民政府', 'county', 'township'],
  ['一村村民委员会', 'township', 'village'],
  ['财政局', 'county', 'department'],
  ['经济开发区', 'county', 'department'],
  ['孝昌县', 'city', 'county'],
  ['孝感市人民政府', 'province', 'city'],
] as const)('%s below a %s is a %s', (name, above, level) => expect(likelyLevel(name, above)).toBe(level))
