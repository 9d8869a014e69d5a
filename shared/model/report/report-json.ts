import { Big } from 'big.js'
import { formById } from '../../catalogue/catalogue.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { fail, ok, type Result } from '../../values/result.ts'
import { type CellValue, narrativeKeys, type Presentation, type Report, titleKeys, type UnitName } from './report.ts'
import { type ReportJson, reportJson } from './report-schema.ts'

/** Why a JSON value is not a report; `reportProblemText` in wording/ says it in a sentence. */
export type ReportProblemCode =
  | 'not-json'
  | 'not-a-report'
  | 'bad-shape'
  | 'unknown-form'
  | 'unknown-cell'
  | 'unknown-supplement'
  | 'unknown-table'

export interface ReportProblem {
  readonly code: ReportProblemCode
  /** The key, path or form id that it is about. */
  readonly detail?: string
}

/** Under which the figures stand that a county asks for. */
export const QUESTION_PREFIX = 'question.'
const question = /^question\.[\p{L}\p{N}][\p{L}\p{N}._-]{0,98}$/u

/** A supplement figure that a report of this form may hold: one of the form's, or one that a county asks for. */
export function isSupplementKey(form: Form, key: string): boolean {
  return form.definition.supplement.some((figure) => figure.key === key) || question.test(key)
}

/** How a supplement figure is read; what a county asks for is a count. */
export function supplementKind(form: Form, key: string): 'count' | 'money' {
  return form.definition.supplement.find((figure) => figure.key === key)?.kind ?? 'count'
}

/** A report without a figure or a word. */
export function emptyReport(form: Form, year: number, unit: UnitName): Report {
  return {
    form: form.id,
    year,
    unit,
    cells: Object.fromEntries([...form.cells.keys()].map((key) => [key, null])),
    supplement: {},
    statements: [],
    remarks: {},
    notes: {},
    presentation: { titles: {}, blank: null, signOff: null },
    narrative: {},
  }
}

/** Money that came as a JSON number becomes the decimal string that the format asks for; "" is an empty cell. */
function stored(kind: 'count' | 'change' | 'money', value: CellValue): CellValue {
  if (typeof value === 'string') return value === '' ? null : value.toWellFormed()
  if (value === null) return null
  return kind === 'money' ? new Big(value).toFixed() : value === 0 ? 0 : value
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed()

/** Drops empty texts: an absent text and an empty one are the same report. */
function texts(entries: readonly (readonly [string, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(entries.flatMap(([key, text]) => (text ? [[key, lines(text)]] : [])))
}

/**
 * Reads the fixed JSON of a report into working shape, with every cell of its form, one of `forms`. Figures stay as they
 * are, also wrong ones; a key that the form does not have is a problem, because its figure would be lost.
 */
export function parseReport(json: unknown, forms: readonly Form[]): Result<Report, ReportProblem> {
  const parsed = reportJson.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.')
    const required = ['', 'form', 'year', 'unit', 'cells']
    return fail({ code: required.includes(path) ? 'not-a-report' : 'bad-shape', detail: path })
  }
  const given = parsed.data
  const form = formById(forms, given.form)
  if (form === null) return fail({ code: 'unknown-form', detail: given.form })

  const strangeCell = [...Object.keys(given.cells), ...Object.keys(given.remarks ?? {})].find((key) => !form.key(key))
  if (strangeCell !== undefined) return fail({ code: 'unknown-cell', detail: strangeCell })
  const strangeFigure = Object.keys(given.supplement ?? {}).find((key) => !isSupplementKey(form, key))
  if (strangeFigure !== undefined) return fail({ code: 'unknown-supplement', detail: strangeFigure })
  const isTable = (id: string): boolean => form.tables.some((table) => table.id === id)
  const tables = [...Object.keys(given.statements ?? {}), ...Object.keys(given.notes ?? {})]
  const strangeTable = tables.find((id) => !isTable(id))
  if (strangeTable !== undefined) return fail({ code: 'unknown-table', detail: strangeTable })

  const keys = [...form.cells.values()]
  return ok({
    form: form.id,
    year: given.year,
    unit: { code: given.unit.code ?? '', name: given.unit.name.toWellFormed() },
    cells: Object.fromEntries(keys.map(({ key, kind }) => [key, stored(kind, given.cells[key] ?? null)])),
    supplement: inOrder(form, given.supplement ?? {}),
    statements: form.tables.map(({ id }) => id).filter((id) => given.statements?.[id] === 'none'),
    remarks: texts(keys.map(({ key }) => [key, given.remarks?.[key]])),
    notes: texts(form.tables.map(({ id }) => [id, given.notes?.[id]])),
    presentation: readPresentation(given.presentation ?? {}),
    narrative: texts(narrativeKeys.map((key) => [key, given.narrative?.[key]])),
  })
}

/** Supplement figures in the form's order, then the county's questions; empty ones are left out. */
function inOrder(form: Form, supplement: Readonly<Record<string, CellValue>>): Record<string, CellValue> {
  const own = form.definition.supplement.map(({ key }) => key)
  const asked = Object.keys(supplement).filter((key) => !own.includes(key))
  const ordered: Record<string, CellValue> = {}
  for (const key of [...own, ...asked.sort()]) {
    const value = stored(supplementKind(form, key), supplement[key] ?? null)
    if (value !== null) ordered[key] = value
  }
  return ordered
}

function readPresentation(given: NonNullable<ReportJson['presentation']>): Presentation {
  const { blank, signOff } = given
  const isSigned = signOff !== undefined && (signOff.unit !== '' || signOff.date !== '')
  return {
    titles: texts(titleKeys.map((key) => [key, titleOf(given, key)])),
    blank: blank ?? null,
    signOff: isSigned ? { unit: lines(signOff.unit), date: signOff.date } : null,
  }
}

function titleOf(given: object, key: string): string | undefined {
  const title: unknown = Reflect.get(given, `title.${key}`)
  return typeof title === 'string' ? title : undefined
}

/**
 * The fixed JSON of a report: every cell in the order of the form, and only those other parts that say something.
 * The same report gives the same JSON, key for key.
 */
export function reportToJson(form: Form, report: Report): ReportJson {
  const { titles, blank, signOff } = report.presentation
  const named = titleKeys.flatMap((key) => (titles[key] ? [[`title.${key}`, titles[key]] as const] : []))
  const keys = [...form.cells.keys()]
  return {
    form: report.form,
    year: report.year,
    unit: { code: report.unit.code, name: report.unit.name },
    cells: Object.fromEntries(keys.map((key) => [key, report.cells[key] ?? null])),
    ...part('supplement', inOrder(form, report.supplement)),
    ...part(
      'statements',
      Object.fromEntries(
        form.tables.filter(({ id }) => report.statements.includes(id)).map(({ id }) => [id, 'none' as const]),
      ),
    ),
    ...part('remarks', texts(keys.map((key) => [key, report.remarks[key]]))),
    ...part('notes', texts(form.tables.map(({ id }) => [id, report.notes[id]]))),
    ...part('presentation', {
      ...Object.fromEntries(named),
      ...(blank === null ? {} : { blank }),
      ...(signOff === null ? {} : { signOff: { unit: signOff.unit, date: signOff.date } }),
    }),
    ...part('narrative', texts(narrativeKeys.map((key) => [key, report.narrative[key]]))),
  }
}

function part<K extends string, T extends object>(key: K, value: T): { [name in K]?: T } {
  return Object.keys(value).length === 0 ? {} : ({ [key]: value } as { [name in K]?: T })
}

/** `reportToJson()` as the text of a file: the same report gives the same bytes. */
export function reportText(form: Form, report: Report): string {
  return `${JSON.stringify(reportToJson(form, report), null, 1)}\n`
}

/** Reads the text of a report file; a byte order mark at its start is no mistake. */
export function parseReportText(text: string, forms: readonly Form[]): Result<Report, ReportProblem> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return fail({ code: 'not-json' })
  }
  return parseReport(json, forms)
}
