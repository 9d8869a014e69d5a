import type { ReportProblem } from '../../model/report/report-json.ts'

/** Why a workbook is not taken; `xlsxProblemText` in wording/ says it in a sentence. */
export type XlsxProblem =
  | { readonly code: 'too-large' | 'not-a-workbook' | 'not-ours' }
  | {
      readonly code: 'unknown-form' | 'bad-year' | 'bad-blank' | 'missing-sheet' | 'unknown-remark'
      readonly detail: string
    }
  /** What should stand at a place does not: something was inserted, deleted or moved. */
  | {
      readonly code: 'moved-label'
      readonly sheet: string
      /** As the spreadsheet names it: B7. */
      readonly at: string
      readonly expected: string
      readonly found: string
    }
  | { readonly code: 'report'; readonly problem: ReportProblem }
