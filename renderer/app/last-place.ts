import { z } from '../../shared/values/parse.ts'

const KEY = 'last-place'

/** Unit and year last worked on. A convenience of this window only: losing it loses nothing. */
const place = z.object({ unit: z.string().nullable(), year: z.int().nullable() })
export type Place = z.infer<typeof place>

export function lastPlace(): Place {
  try {
    return place.parse(JSON.parse(localStorage.getItem(KEY) ?? ''))
  } catch {
    return { unit: null, year: null }
  }
}

export function rememberPlace(value: Place): void {
  localStorage.setItem(KEY, JSON.stringify(value))
}
