import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { columnName, rowName } from '../../../shared/catalogue/forms/cell-name.ts'
import type { CellKey, Form } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import { type Finding, findingId } from '../../../shared/model/report/finding.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import type { FormedReport } from '../../../shared/steps/check/check-equations.ts'
import { workingFindingMessage } from '../../../shared/wording/working-finding.ts'
import { originText } from './origin-text.ts'
import { RemarkEditor } from './remark-editor.tsx'

interface CellMessageProps {
  readonly form: Form
  readonly working: WorkingReport
  readonly lastYear: FormedReport | null
  readonly cellKey: CellKey | null
  /** Those that the cell has a part in. */
  readonly findings: readonly Finding[]
  /** What came of the last paste, where it needs saying. */
  readonly notice: string | null
  readonly readOnly: boolean
  readonly remarkOpen: boolean
  readonly onRemarkOpen: () => void
  /** Undefined: nothing changes. */
  readonly onRemark: (text: string | null | undefined) => void
  readonly extra: ReactNode
}

/** What there is to say about the focused figure: where it stands, how it came about, what is wrong with it. */
export function CellMessage(props: CellMessageProps) {
  const { form, working, lastYear, cellKey, findings, notice, readOnly, extra } = props
  const cell = cellKey === null ? undefined : form.cells.get(cellKey)
  const remark = cellKey === null ? undefined : working.report.remarks[cellKey]
  return (
    <aside className="ot-message" aria-label="这一格的说明">
      {notice !== null && (
        <p className="ot-notice" role="alert">
          <IconInfoCircle size={16} aria-hidden="true" />
          <span>{notice}</span>
        </p>
      )}
      {cell === undefined ? (
        <p className="ot-quiet">
          {readOnly
            ? '点击单元格，查看数据来源。'
            : '点击单元格直接输入数字。Tab 向右，Enter 向下，也可以从 Excel 或 WPS 复制后粘贴。'}
        </p>
      ) : (
        <>
          <p className="ot-where">
            <b>{[rowName(form, cell), columnName(form, cell)].filter((name) => name !== '').join('　')}</b>
            <span className="ot-quiet">单位：{cell.unit}</span>
            <span className="ot-quiet">{originText(form, working, cell.key, readOnly)}</span>
            {lastYear !== null && <LastYear lastYear={lastYear} cellKey={cell.key} />}
            {remark !== undefined && (
              <span>
                印成：{formatFigure(working.report.cells[cell.key] ?? null)}（{remark}）
              </span>
            )}
            {!readOnly && !props.remarkOpen && (
              <Button variant="subtle" size="compact-xs" fw={400} px={2} onClick={props.onRemarkOpen}>
                {remark === undefined ? '备注…（F4）' : '修改备注…（F4）'}
              </Button>
            )}
          </p>
          <div aria-live="polite">
            {findings.map((finding) => (
              <p key={findingId(finding)} className="ot-finding" data-severity={finding.severity}>
                {finding.severity === 'error' ? (
                  <IconCircleX size={16} aria-label="错误" />
                ) : (
                  <IconAlertTriangle size={16} aria-label="提醒" />
                )}
                <span>{workingFindingMessage(form, working, finding, lastYear)}</span>
              </p>
            ))}
          </div>
          {props.remarkOpen && !readOnly && (
            <RemarkEditor key={cell.key} remark={remark ?? ''} onDone={props.onRemark} />
          )}
          {extra !== null && extra !== undefined && <div className="ot-extra">{extra}</div>}
        </>
      )}
    </aside>
  )
}

/** Last year's figure, where last year's form had the cell. */
function LastYear({ lastYear: { form, report }, cellKey }: { lastYear: FormedReport; cellKey: CellKey }) {
  const key = form.key(cellKey)
  const value = key === null ? null : (report.cells[key] ?? null)
  return value === null ? null : (
    <span className="ot-quiet">
      {report.year}年：{formatFigure(value)}
    </span>
  )
}
