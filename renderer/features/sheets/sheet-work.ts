import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { FileToken, StorageProblem } from '../../../shared/desktop.ts'
import { plainTable, type SheetTable } from '../../../shared/steps/sheets/cell.ts'
import { type Proposal, proposePlans } from '../../../shared/steps/sheets/columns/propose-plan.ts'
import { sheetColumns } from '../../../shared/steps/sheets/columns/sheet-columns.ts'
import { type ExportedEntry, exportRows } from '../../../shared/steps/sheets/file/export-rows.ts'
import { readWorkbook } from '../../../shared/steps/sheets/file/read-workbook.ts'
import { exportCsv, exportXlsx, templateXlsx } from '../../../shared/steps/sheets/file/write-sheets.ts'
import { type CheckedSheet, checkRows, type SheetPlan } from '../../../shared/steps/sheets/rows/check-rows.ts'
import { type CellTooLong, type SheetProblem, sheetLimits } from '../../../shared/steps/sheets/sheet-problem.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import { sheetGuide } from '../../../shared/wording/sheet-guide.ts'
import type { FileBytes } from '../../store/store.ts'

/** Where rows come from: a file behind a token, bytes, or cells copied in Excel or WPS. */
export type SheetSource =
  | { readonly kind: 'file'; readonly token: FileToken }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'cells'; readonly rows: readonly (readonly string[])[] }

/** How one sheet would be read into one register, the best sheet of the file. */
export interface RegisterFit {
  readonly register: string
  readonly recognised: number
}

export interface OpenedSheets {
  /** Registers whose headings were found, the best first. */
  readonly fits: readonly RegisterFit[]
}

export interface CheckSetting {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** See `DaySetting`. */
  readonly anchor: string
  /** Entry ids by the text that names them: a link's column holds numbers. */
  readonly links: Readonly<Record<string, string>>
}

export interface ExportOrder {
  readonly register: string
  readonly kind: 'xlsx' | 'csv'
  readonly entries: readonly ExportedEntry[]
  readonly withPersonal: boolean
  /** Numbers by entry id. */
  readonly links: Readonly<Record<string, string>>
}

/** The heavy work on sheets, done in a worker so that the window stays alive. One file is open at a time. */
export interface SheetWork {
  open(source: SheetSource): Promise<Result<OpenedSheets, SheetProblem | StorageProblem>>
  propose(register: string): Promise<readonly Proposal[]>
  check(
    register: string,
    plan: SheetPlan,
    setting: CheckSetting,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<CheckedSheet, SheetProblem>>
  template(register: string): Promise<Uint8Array>
  export(order: ExportOrder): Promise<Result<Uint8Array, CellTooLong>>
}

/** What the worker does, wherever it runs. */
export function sheetsWith(bytes: FileBytes, registers: readonly RegisterDefinition[]): SheetWork {
  let tables: readonly SheetTable[] = []
  return {
    async open(source) {
      tables = []
      const read = await tablesOf(source)
      if (!read.ok) return read
      tables = read.value
      const fits = registers
        .map(({ id, ...rest }) => ({
          register: id,
          recognised: proposePlans({ id, ...rest }, tables)[0]?.recognised ?? 0,
        }))
        .filter(({ recognised }) => recognised > 0)
        .sort((a, b) => b.recognised - a.recognised)
      return ok({ fits })
    },
    propose: async (register) => proposePlans(knownRegister(registers, register), tables),
    async check(register, plan, { today, anchor, links }, onProgress) {
      const byText = new Map(Object.entries(links))
      const linked = (text: string): string | null => byText.get(text) ?? null
      return checkRows(knownRegister(registers, register), tables, plan, { today, anchor, linked }, onProgress)
    },
    async template(id) {
      const register = knownRegister(registers, id)
      const columns = sheetColumns(register)
      return templateXlsx(register, columns, sheetGuide(columns))
    },
    async export({ register: id, kind, entries, withPersonal, links }) {
      const register = knownRegister(registers, id)
      const sheet = exportRows(register, entries, { withPersonal, linkText: (entry) => links[entry] ?? entry })
      return kind === 'csv' ? ok(exportCsv(sheet)) : exportXlsx(register, sheet)
    },
  }

  async function tablesOf(source: SheetSource): Promise<Result<readonly SheetTable[], SheetProblem | StorageProblem>> {
    if (source.kind === 'bytes') return readWorkbook(source.bytes)
    if (source.kind === 'file') {
      const content = await bytes.read(source.token)
      return content.ok ? readWorkbook(content.value) : content
    }
    if (source.rows.length > sheetLimits.rows + 1) return fail({ code: 'too-many-rows', rows: source.rows.length })
    if (source.rows.some((row) => row.length > sheetLimits.columns)) return fail({ code: 'too-wide' })
    const long = source.rows.findIndex((row) => row.some((cell) => cell.length > sheetLimits.cell))
    if (long >= 0) return fail({ code: 'cell-too-long', sheet: '', row: long + 1 })
    return ok([{ ...plainTable, name: '', rows: source.rows }])
  }
}
