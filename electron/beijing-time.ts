const OFFSET = 8 * 3_600_000

/** Day in Beijing as `YYYY-MM-DD`; `time` in milliseconds. China keeps UTC+8 all year. */
export function beijingDay(time: number): string {
  return new Date(time + OFFSET).toISOString().slice(0, 10)
}

/** Minute in Beijing as `YYYY-MM-DDTHH:mm`. */
export function beijingMinute(time: number): string {
  return new Date(time + OFFSET).toISOString().slice(0, 16)
}
