import { z } from '../../values/parse.ts'
import { derivationDefinition } from './derivation-definition.ts'
import { ruleDefinition } from './rule-definition.ts'
import { tableDefinition } from './table-definition.ts'

/**
 * An official form as pure data: what it is called, its sections, tables, rules and how its cells derive from the
 * registers. It serialises to JSON, so that next year's form is one new file and can travel inside an assignment.
 * `compileCatalogue()` turns it into the shape that screens, checks, print and exchange read.
 */

/** The texts of a report (`narrative`), by the id of their section. */
export const textSections = ['overview', 'problems', 'other'] as const

const section = z.strictObject({
  id: z.string().min(1),
  /** Chinese numeral of the section. */
  numeral: z.string().min(1),
  /** What sentences and the sheets of a workbook call it: 表三, 第五部分. */
  name: z.string().regex(/^[^[\]:*?/\\\s]{1,12}$/),
  /** Its title where there is little room. */
  short: z.string().min(1).max(12),
  /** Default title; a unit may change it (`presentation`). */
  title: z.string().min(1),
  content: z.enum(['text', 'table']),
  /** Usual sub-headings of a text section. */
  headings: z.array(z.string()).optional(),
})
export type SectionDefinition = z.infer<typeof section>

const supplementFigure = z.strictObject({
  key: z.string().min(1),
  label: z.string().min(1),
  kind: z.enum(['count', 'money']),
  unit: z.string(),
})

export const formDefinition = z.strictObject({
  id: z.string().min(1).max(40),
  /** The first report year that it is the right form for. It stays so until a later form begins. */
  from: z.int().min(1990).max(2200),
  /** `{unit}` and `{year}` are replaced. */
  title: z.string().min(1),
  sections: z.array(section).min(1),
  tables: z.array(tableDefinition).min(1),
  supplement: z.array(supplementFigure),
  rules: z.array(ruleDefinition),
  derivations: z.array(derivationDefinition),
  /** How an empty figure is printed unless the unit says otherwise. */
  blank: z.enum(['', '0', '/']),
})
export type FormDefinition = z.infer<typeof formDefinition>
