import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { z } from '../../values/parse.ts'
import { placeJson, readPlace } from '../report/place.ts'
import type { Basis } from '../report/report.ts'
import { isSupplementKey } from '../report/report-json.ts'

const origin = z.strictObject({
  kind: z.enum(['derived', 'entered', 'adjusted', 'empty']),
  reason: z.string().max(2000).optional(),
})

const basisJson = z.strictObject({
  provenance: z.record(z.string().max(200), origin),
  supplement: z.record(z.string().max(200), origin).optional(),
  reasons: z
    .array(
      z.strictObject({
        rule: z.string().max(60),
        place: placeJson,
        unit: z.strictObject({ code: z.string().max(120), name: z.string().max(200) }).optional(),
        text: z.string().max(2000),
      }),
    )
    .max(2000),
  people: z.strictObject({
    author: z.string().max(60),
    reviewer: z.string().max(60),
    phone: z.string().max(60),
  }),
  filledBy: z
    .strictObject({ code: z.string().max(120), name: z.string().max(100), author: z.string().max(60) })
    .optional(),
})
export type BasisJson = z.infer<typeof basisJson>

/** What travels beside the figures, as `basis.json` has it; null where it is not readable or names what the form has not. */
export function parseBasis(json: unknown, form: Form): Basis | null {
  const parsed = basisJson.safeParse(json)
  if (!parsed.success) return null
  const { provenance, supplement, people, filledBy } = parsed.data
  const known: Partial<Record<CellKey, Basis['provenance'][CellKey]>> = {}
  for (const [text, { kind, reason }] of Object.entries(provenance)) {
    const key = form.key(text)
    if (key === null) return null
    known[key] = reason === undefined ? { kind } : { kind, reason }
  }
  const reasons: Basis['reasons'][number][] = []
  for (const { rule, place: given, unit, text } of parsed.data.reasons) {
    const place = readPlace(form, given)
    if (place === null) return null
    reasons.push({ rule, place, ...(unit === undefined ? {} : { unit }), text })
  }
  if (Object.keys(supplement ?? {}).some((key) => !isSupplementKey(form, key))) return null
  return {
    provenance: known,
    ...(supplement === undefined ? {} : { supplement: withoutGaps(supplement) }),
    reasons,
    people,
    ...(filledBy === undefined ? {} : { filledBy }),
  }
}

function withoutGaps(figures: NonNullable<BasisJson['supplement']>): NonNullable<Basis['supplement']> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, { kind, reason }]) => [key, reason === undefined ? { kind } : { kind, reason }]),
  )
}

/** `basis.json`. `parseBasis()` reads it back. */
export function basisToJson({ provenance, supplement, reasons, people, filledBy }: Basis): BasisJson {
  const cells: BasisJson['provenance'] = {}
  for (const [key, origin] of Object.entries(provenance)) {
    if (origin !== undefined) cells[key] = { ...origin }
  }
  return {
    provenance: cells,
    ...(supplement === undefined ? {} : { supplement: { ...supplement } }),
    reasons: reasons.map((reason) => ({ ...reason })),
    people: { ...people },
    ...(filledBy === undefined ? {} : { filledBy: { ...filledBy } }),
  }
}
