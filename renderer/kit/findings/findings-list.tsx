import './findings-list.css'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { findingId } from '../../../shared/model/report/finding.ts'
import { sectionOf } from '../../../shared/model/report/place.ts'
import { type FoldedFinding, foldFindings } from '../../../shared/steps/check/causes.ts'
import { unexplainedErrors } from '../../../shared/steps/check/unexplained-errors.ts'
import { FindingItem } from './finding-item.tsx'
import type { FindingsListProps } from './findings-props.ts'

/** What the rules say about a report, section by section: first causes, each with what follows from it folded away. */
export function FindingsList(props: FindingsListProps) {
  const { form, working, findings, reasons = working.reasons } = props
  const groups = useMemo(() => groupBySection(form, foldFindings(form, findings)), [form, findings])
  if (findings.length === 0) {
    return (
      <p className="fl-none" role="status">
        <IconCircleCheck size={20} aria-hidden="true" />
        没有发现问题
      </p>
    )
  }
  const errors = findings.filter(({ severity }) => severity === 'error')
  const open = unexplainedErrors(form, findings, reasons).length
  return (
    <div className="fl-list">
      <p className="fl-summary" role="status">
        {summary(errors.length, findings.length - errors.length, open)}
      </p>
      {groups.map(({ id, title, folded }) => (
        <section key={id} className="fl-group" aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {folded.map((entry) => (
              <FindingItem key={findingId(entry.cause)} {...props} reasons={reasons} folded={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function summary(errors: number, warnings: number, open: number): string {
  const found = [errors > 0 ? `${errors}个错误` : '', warnings > 0 ? `${warnings}个提醒` : ''].filter(
    (text) => text !== '',
  )
  const next =
    open > 0
      ? '错误请改正；数字属实的，写明原因也可以报送。'
      : errors > 0
        ? '错误都已写明原因，可以报送。'
        : '提醒不影响报送，属实的可以写情况说明。'
  return `有${found.join('、')}。${next}`
}

interface Group {
  readonly id: string
  readonly title: string
  readonly folded: readonly FoldedFinding[]
}

function groupBySection(form: Form, folded: readonly FoldedFinding[]): Group[] {
  const known = form.definition.sections.map(({ id, numeral, title }) => ({ id, title: `${numeral}、${title}` }))
  const named = new Set(known.map(({ id }) => id))
  return [...known, { id: '', title: '整份年报' }]
    .map(({ id, title }) => ({
      id,
      title,
      folded: folded.filter(({ cause }) => {
        const section = sectionOf(form, cause.place) ?? ''
        return id === '' ? !named.has(section) : section === id
      }),
    }))
    .filter((group) => group.folded.length > 0)
}
