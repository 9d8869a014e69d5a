import { subjectGroup } from '../../../shared/model/unit/kept-registers.ts'
import { type FigureRow, sumOf, yearFigure } from './figure-grid.ts'

/** Rows under one heading. */
export interface FigureGroup {
  readonly label: string
  readonly rows: readonly FigureRow[]
  /** What the rows add up to, where their figures are of one kind. */
  readonly hasSum: boolean
}

/** The headings of 年度数字, and the groups of subjects that stand under them. */
const headings: readonly { readonly label: string; readonly groups: readonly string[]; readonly hasSum?: true }[] = [
  { label: '公开信息', groups: ['publications'], hasSum: true },
  { label: '专栏、解读和发布会', groups: ['specialTopics', 'interpretations', 'pressConferences'] },
  { label: '平台和标准化', groups: ['newMediaAccounts', 'standardFields'] },
  { label: '培训和检查', groups: ['trainings', 'inspections'] },
  { label: '许可、处罚和强制', groups: ['licence', 'otherService', 'penalty', 'compulsion'] },
  { label: '收费和采购', groups: ['fee', 'procurement'] },
]

/** Rows by heading, in the order in which they are typed; what no heading names comes last. */
export function groupRows(rows: readonly FigureRow[]): FigureGroup[] {
  const named = new Set(headings.flatMap(({ groups }) => groups))
  const rest = rows.filter(({ subject }) => !named.has(subjectGroup(subject.value)))
  return [
    ...headings.map(({ label, groups, hasSum = false }) => ({
      label,
      rows: rows.filter(({ subject }) => groups.includes(subjectGroup(subject.value))),
      hasSum,
    })),
    { label: '其他', rows: rest, hasSum: false },
  ].filter(({ rows: own }) => own.length > 0)
}

/** The sum of a group for a month or the whole year; `''` where nothing is filled. */
export function groupSum({ rows }: FigureGroup, column: number | 'year'): string {
  const cells = rows.flatMap((row) => {
    if (column !== 'year') return row.months[column] ?? []
    const text = yearFigure(row)
    return [{ ...row.year, text, flaw: row.year.text === '' ? null : row.year.flaw }]
  })
  return sumOf(cells) ?? ''
}
