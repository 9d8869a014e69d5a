import { type CellValue, NOT_APPLICABLE } from './report.ts'

/** 0, or an amount of money that is 0. */
export function isZero(value: CellValue): boolean {
  return value === 0 || (typeof value === 'string' && /^0+(\.0+)?$/.test(value))
}

/** A figure that contradicts 本年没有: anything but empty, 0 and `n/a`. */
export function saysSomething(value: CellValue): boolean {
  return value !== null && value !== NOT_APPLICABLE && !isZero(value)
}
