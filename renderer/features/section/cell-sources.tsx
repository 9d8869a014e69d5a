import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { dropAdjustment } from '../../../shared/actions/adjust-changes.ts'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import { isZero } from '../../../shared/model/report/is-zero.ts'
import { type CellValue, NOT_APPLICABLE } from '../../../shared/model/report/report.ts'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useSentFigures } from '../../store/reports/use-records.ts'
import { AdjustForm } from './adjust-form.tsx'

/** More sources than this are counted, not named, until the clerk asks. */
const NAMED = 6

const says = (value: CellValue | undefined): value is number | string =>
  value !== undefined && value !== null && value !== NOT_APPLICABLE && !isZero(value)

/** Where a sum comes from: unit by unit, the office's own figure, and what the desk adjusted, with the reason. */
export function CellSources({ cellKey }: { cellKey: CellKey }) {
  const session = useSession()
  const { desk, own } = useReportData()
  const [all, setAll] = useState(false)
  const [adjusting, setAdjusting] = useState(false)
  const counted = desk?.children.filter(({ current }) => current !== null) ?? []
  const sent = useSentFigures(
    counted.flatMap(({ current }) => current?.id ?? []),
    cellKey,
  )
  if (desk === null || sent === undefined) return null
  const sources = [
    { code: session.unit.code, name: '本单位', value: own.working.report.cells[cellKey] },
    ...counted.map(({ unit }, i) => ({ code: unit.code, name: unit.profile.name, value: sent?.[i] })),
  ].filter((source) => says(source.value))
  const missing = desk.children.filter(({ state }) => state === 'missing').length
  const adjustment = desk.total.adjustments.get(cellKey) ?? null
  const shown = all ? sources : sources.slice(0, NAMED)
  return (
    <Stack gap={4} className="cell-sources" data-sources={cellKey}>
      <Group gap={6}>
        <Text size="sm" fw={500}>
          来自
        </Text>
        {sources.length === 0 && <Text size="sm">各单位都是0或未填</Text>}
        {shown.map(({ code, name, value }) => (
          <Text size="sm" key={code} component="button" className="source" onClick={() => session.go(sourceView(code))}>
            {name}：{formatFigure(value ?? null)}
          </Text>
        ))}
        {sources.length > shown.length && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
            还有{sources.length - shown.length}个单位
          </Button>
        )}
        {missing > 0 && (
          <Text size="sm" c="dimmed">
            （另有{missing}个单位未报）
          </Text>
        )}
      </Group>
      {adjustment !== null && (
        <Group gap={6}>
          <Text size="sm">
            汇总调整{Number(adjustment.by) > 0 ? '+' : ''}
            {String(adjustment.by)}：{adjustment.reason}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              session.edit('total', 'drop-adjustment', (id, groups) =>
                dropAdjustment(session.form, id, groups, cellKey),
              )
            }
          >
            取消调整
          </Button>
        </Group>
      )}
      {adjusting ? (
        <AdjustForm cellKey={cellKey} onDone={() => setAdjusting(false)} />
      ) : (
        <Group>
          <Button size="compact-xs" variant="default" onClick={() => setAdjusting(true)}>
            调整汇总数…
          </Button>
        </Group>
      )}
    </Stack>
  )

  function sourceView(code: string) {
    return code === session.unit.code
      ? ({
          screen: 'section',
          section: session.form.cells.get(cellKey)?.table ?? '',
          layer: 'own',
          focus: cellKey,
        } as const)
      : ({ screen: 'child', unit: code } as const)
  }
}
