import { z } from '../values/parse.ts'

/** A day as law and registers name it: `YYYY-MM-DD`, a text without a time or a zone. Whether there is such a day says `isDay`. */
export const legalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
