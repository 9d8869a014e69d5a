import { z } from '../values/parse.ts'
import { isDay } from './day-number.ts'

/** A day as law and registers name it: `YYYY-MM-DD`, a text without a time or a zone. 30 February is none, and no other day. */
export const legalDate = z.string().refine(isDay)
