import { z } from '../../values/parse.ts'
import { narrativeKeys, titleKeys } from './report.ts'

// Generous bounds: they keep a hostile file from filling the memory, they never cut what a clerk typed.
/** Characters of a remark, a title, the name in the sign-off. */
export const MOST_IN_SHORT = 500
const short = z.string().max(MOST_IN_SHORT)
const long = z.string().max(500_000)
const figure = z.union([z.number(), long, z.null()])

const optionalKeys = <K extends string>(keys: readonly K[], value: z.ZodString) =>
  z.partialRecord(z.enum(keys), value).optional()

/** The fixed JSON of a report as it may come in; what belongs to a form is checked by `parseReport()`. */
export const reportJson = z.strictObject({
  form: z.string().max(40),
  year: z.int().min(1990).max(2200),
  unit: z.strictObject({ code: z.string().max(120).optional(), name: z.string().max(200) }),
  cells: z.record(z.string(), figure),
  supplement: z.record(z.string(), figure).optional(),
  statements: z.record(z.string(), z.literal('none')).optional(),
  remarks: z.record(z.string(), short).optional(),
  notes: z.record(z.string(), long).optional(),
  presentation: z
    .strictObject({
      ...Object.fromEntries(titleKeys.map((key) => [`title.${key}`, short.optional()])),
      blank: z.enum(['', '0', '/']).optional(),
      signOff: z.strictObject({ unit: short, date: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/) }).optional(),
    })
    .optional(),
  narrative: optionalKeys(narrativeKeys, long),
})
export type ReportJson = z.infer<typeof reportJson>
