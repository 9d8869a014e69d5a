import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { cellEdits, stateZero, withdrawStatement } from '../../../shared/actions/figure-changes.ts'
import { noteEdit, remarkEdit } from '../../../shared/actions/report-changes.ts'
import type { CellKey, Table } from '../../../shared/catalogue/forms/form.ts'
import { NOT_APPLICABLE } from '../../../shared/model/report/report.ts'
import { ruleRowOf } from '../../../shared/model/unit/unit-record.ts'
import { sectionTitle } from '../../../shared/steps/documents/report-document.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'
import { type Checked, useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import type { View } from '../../kit/session/view.ts'
import { CellEntries } from '../../kit/sources/cell-entries.tsx'
import { OfficialTable } from '../../kit/table/official-table.tsx'
import type { CellEdit, FigureAction } from '../../kit/table/table-props.ts'
import { CarriedOver } from './carried-over.tsx'
import { CellSources } from './cell-sources.tsx'

/** A table of the form, typed into as it is printed; the desk's sum is shown with its sources instead. */
export function TableSection(props: { table: Table; checked: Checked; view: View & { screen: 'section' } }) {
  const { table, checked, view } = props
  const { layer } = view
  const session = useSession()
  const { lastYear } = useReportData()
  const { form } = session
  const { working } = checked
  const { report, derived } = working
  const isSum = layer === 'total'
  const hasFigures = table.cells.some((key) => {
    const value = report.cells[key] ?? null
    return value !== null && value !== NOT_APPLICABLE
  })
  const stated = report.statements.includes(table.id)
  const { edit } = session
  // Each way here is a request of its own, also to the cell where the clerk was before.
  const focus = useMemo(() => (view.focus === undefined ? null : { key: view.focus }), [view])

  const onEdit = useCallback(
    (edits: readonly CellEdit[], action: FigureAction) =>
      edit(layer, action, (id, groups) => cellEdits(form, id, groups, edits, derived)),
    [edit, layer, form, derived],
  )
  const onRemark = useCallback(
    (key: CellKey, text: string | null) =>
      edit(layer, 'remark', (id, groups) => remarkEdit(id, groups, key, text ?? '')),
    [edit, layer],
  )
  const extra = useCallback(
    (key: CellKey) =>
      isSum ? (
        <CellSources key={key} cellKey={key} />
      ) : (
        <>
          <CarriedOver key={`last|${key}`} cellKey={key} working={working} />
          <CellEntries key={key} cellKey={key} working={working} />
        </>
      ),
    [isSum, working],
  )
  const note = useDraft(report.notes[table.id] ?? '', (text) =>
    edit(layer, 'note', (id, groups) => noteEdit(id, groups, table.id, text)),
  )
  return (
    <div className="table-section">
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Title order={2} size="h4">
          {table.numeral}、{sectionTitle(report, table)}
          {isSum && (
            <Text span size="sm" c="dimmed">
              {' '}
              汇总数
            </Text>
          )}
        </Title>
        {!isSum && (
          <Group gap="xs" wrap="nowrap">
            {stated && (
              <Text size="sm" c="dimmed">
                已声明本年没有
              </Text>
            )}
            {stated ? (
              <Button
                variant="default"
                size="xs"
                onClick={() => edit(layer, 'withdraw-zero', (id, groups) => withdrawStatement(id, groups, table.id))}
              >
                撤回声明
              </Button>
            ) : (
              <Button
                variant="default"
                size="xs"
                onClick={() =>
                  edit(layer, 'state-zero', (id, groups) =>
                    stateZero(form, id, groups, table.id, ruleRowOf(session.unit.profile), derived),
                  )
                }
              >
                {hasFigures ? '其余空格填 0' : '本年没有（全表为0）'}
              </Button>
            )}
          </Group>
        )}
      </Group>
      <OfficialTable
        form={form}
        table={table}
        working={checked.working}
        findings={checked.findings}
        lastYear={lastYear}
        readOnly={isSum}
        focus={focus}
        onEdit={onEdit}
        onRemark={onRemark}
        renderCellExtra={extra}
      />
      <TextInput
        mt={6}
        size="xs"
        aria-label="表下注释"
        leftSectionWidth={70}
        leftSection={<Text size="xs">表下注释</Text>}
        placeholder="印在表格下面，没有就不用填"
        value={note.text}
        onChange={(event) => note.change(event.currentTarget.value)}
        onBlur={note.flush}
      />
    </div>
  )
}
