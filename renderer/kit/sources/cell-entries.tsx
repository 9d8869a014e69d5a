import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { dropOverride } from '../../../shared/actions/report-changes.ts'
import type { CellKey, Form } from '../../../shared/catalogue/forms/form.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { useEntriesBehind } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { useSession } from '../session/session.ts'
import { entryLine } from './entry-line.ts'
import { OverrideForm } from './override-form.tsx'

/** While the clerk goes over the cells with the arrows, nothing is looked up; in milliseconds. */
const REST = 250

/** Entries named at first; the rest is asked for. */
const NAMED = 12
const ALL = 500

/** Whether a figure, or a part of a total, comes from the registers. */
function isFromRegisters(form: Form, { derived }: WorkingReport, key: CellKey): boolean {
  if (derived === undefined) return false
  if (derived.cells.has(key)) return true
  const reaches = (total: CellKey): boolean =>
    form.totals.some(({ key: one, parts }) => one === total && parts.some((p) => derived.cells.has(p) || reaches(p)))
  return reaches(key)
}

/** What the registers say about the focused figure: the entries behind it, and what was typed over it. */
export function CellEntries({ cellKey, working }: { cellKey: CellKey; working: WorkingReport }) {
  const { form, edit } = useSession()
  const [rested, setRested] = useState<CellKey | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(cellKey), REST)
    return () => window.clearTimeout(timer)
  }, [cellKey])
  if (!isFromRegisters(form, working, cellKey)) return null
  const counted = working.derived?.cells.get(cellKey)
  return (
    <Stack gap={4} className="cell-sources" data-entries={cellKey}>
      {counted !== undefined && working.origin.get(cellKey) === 'adjusted' && (
        <OverrideForm
          key={cellKey}
          figure={cellKey}
          working={working}
          typed={working.report.cells[cellKey] ?? null}
          counted={counted}
          onDrop={() => edit('own', 'drop-override', (id, groups) => dropOverride(id, groups, cellKey))}
        />
      )}
      {rested === cellKey && <EntryList key={`entries|${cellKey}`} figure={cellKey} />}
    </Stack>
  )
}

/** The entries that count in a figure, a cell or one of the supplement, each a way to it. */
export function EntryList({ figure }: { figure: string }) {
  const { unit, year, form, go } = useSession()
  const { registers } = useStore().catalogue
  const [all, setAll] = useState(false)
  const behind = useEntriesBehind(unit.code, year, form, figure, all ? ALL : NAMED)
  if (behind === undefined) return null
  return (
    <Group gap={6}>
      <Text size="sm" fw={500}>
        台账
      </Text>
      {behind.entries.length === 0 && (
        <Text size="sm">{behind.stocks.length > 0 ? '本年没有登记，由年初存量得出' : '本年没有相关登记，按0计算'}</Text>
      )}
      {behind.entries.map((view) => {
        const { name, day, outcome } = entryLine(registers, form, view)
        const { register, entry } = view.entry.id
        return (
          <Text
            key={view.id}
            size="sm"
            component="button"
            className="source"
            onClick={() => go({ screen: 'register', register, entry })}
          >
            {[name, day, outcome].filter((text) => text !== '').join('，')}
          </Text>
        )
      })}
      {behind.more && !all && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          显示全部
        </Button>
      )}
      {behind.more && all && (
        <Text size="sm" c="dimmed">
          只列出前{ALL}条，其余请到台账里查看
        </Text>
      )}
    </Group>
  )
}
