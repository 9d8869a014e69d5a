import { fromDayNumber, toDayNumber } from '../../calendar/day-number.ts'
import type { HolidayYear } from '../../calendar/holiday-year.ts'

const dayOf = (year: number, monthDay: string): number =>
  toDayNumber(`${year}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`)

/** `0501-0503 0610` → every day of it. */
function daysOf(year: number, spans: string): string[] {
  return spans.split(' ').flatMap((span) => {
    const [first = '', last = first] = span.split('-')
    const from = dayOf(year, first)
    return Array.from({ length: dayOf(year, last) - from + 1 }, (_, index) => fromDayNumber(from + index))
  })
}

const year = (number: number, holidays: string, workdays: string): [string, HolidayYear] => [
  String(number),
  { holidays: daysOf(number, holidays), workdays: daysOf(number, workdays) },
]

/**
 * Days off and make-up workdays by the yearly notices of the State Council's General Office, month and day. 2019 with the
 * changed Labour Day; 2020 with the Spring Festival prolonged to 2 February. A year is added by its line here; until
 * then a clerk ticks it or the county sends it.
 */
export const nationalNotices: Readonly<Record<string, HolidayYear>> = Object.fromEntries([
  year(2019, '0101 0204-0210 0405-0407 0501-0504 0607-0609 0913-0915 1001-1007', '0202 0203 0428 0505 0929 1012'),
  year(2020, '0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008', '0119 0426 0509 0628 0927 1010'),
  year(
    2021,
    '0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007',
    '0207 0220 0425 0508 0918 0926 1009',
  ),
  year(
    2022,
    '0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231',
    '0129 0130 0402 0424 0507 1008 1009',
  ),
  year(2023, '0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006', '0128 0129 0423 0506 0625 1007 1008'),
  year(2024, '0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007', '0204 0218 0407 0428 0511 0914 0929 1012'),
  year(2025, '0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008', '0126 0208 0427 0928 1011'),
  year(2026, '0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007', '0104 0214 0228 0509 0920 1010'),
])
