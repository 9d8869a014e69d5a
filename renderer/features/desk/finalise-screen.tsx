import { Alert, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { finalChanges } from '../../../shared/actions/final-changes.ts'
import { reasonEdit } from '../../../shared/actions/report-changes.ts'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { finalRecordId, finalWorkingReport } from '../../../shared/model/desk/final-record.ts'
import type { Place } from '../../../shared/model/report/place.ts'
import { unexplainedErrors } from '../../../shared/steps/check/unexplained-errors.ts'
import { finalFindings } from '../../kit/findings/final-findings.ts'
import { FindingsList } from '../../kit/findings/findings-list.tsx'
import { viewOfPlace } from '../../kit/session/place-view.ts'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useFinal } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'

/** 定稿: freezes the report once every error is mended or explained and missing units are known of. */
export function FinaliseScreen() {
  const session = useSession()
  const { start } = useStore()
  const { total, desk, lastYear } = useReportData()
  const { unit, year, form } = session
  const final = useFinal(unit.code, year)
  const [knowMissing, setKnowMissing] = useState(false)
  if (total === null || desk === null || final === undefined) return null
  const { working, findings } = total
  const moved = final === null ? [] : finalFindings(form, final, desk)
  const blocking = unexplainedErrors(form, findings, working.reasons)
  const missing = desk.children.filter(({ state }) => state === 'missing')
  const blanks = desk.children.filter(({ state }) => state === 'blank')
  const goTo = (place: Place) => {
    const view = viewOfPlace(form, 'total', place)
    if (view !== null) session.go(view)
  }
  const explain = (finding: string, text: string | null) =>
    session.edit('total', 'reason', (id, groups) => reasonEdit(id, groups, finding, text ?? ''))
  const finalise = () => {
    setKnowMissing(false)
    void session.act({
      action: 'finalise',
      undoable: false,
      edit: async (read) => {
        const groups = await read('final', finalRecordId(unit.code, year))
        return finalChanges(form, groups, {
          report: working.report,
          revision: (final?.revision ?? 0) + 1,
          at: start.today,
          adjustments: Object.fromEntries(working.adjustments),
        })
      },
    })
  }
  return (
    <Stack gap="md" maw={860}>
      <Title order={2} size="h4">
        定稿
      </Title>
      {final !== null && (
        <Alert color="teal" title={`${chineseDate(final.at)}第${final.revision}次定稿`} role="status">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">定稿的数字和文字不再变动，之后接收的文件和修改不影响定稿；需要更正的，可再次定稿。</Text>
            <Button size="xs" onClick={() => session.go({ screen: 'print' })}>
              打印定稿
            </Button>
          </Group>
        </Alert>
      )}
      {final !== null && moved.length > 0 && (
        <Alert color="orange" title={`定稿以后，${moved.length}个汇总数有变动`}>
          <Text size="sm" mb={6}>
            定稿不随之变动。要用新的数，请再次定稿；仍用定稿的数，请写明原因，原因随报送文件报给上级。
          </Text>
          <FindingsList
            form={form}
            working={finalWorkingReport(form, final, working.reasons)}
            findings={moved}
            onGo={goTo}
            onReason={explain}
          />
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert color="orange" title={`还有${missing.length}个单位未报送`}>
          <Text size="sm">{missing.map((child) => child.unit.profile.name).join('、')}</Text>
          <Checkbox
            mt={6}
            size="sm"
            label="上述单位暂未报送，仍先定稿"
            checked={knowMissing}
            onChange={(event) => setKnowMissing(event.currentTarget.checked)}
          />
        </Alert>
      )}
      {blanks.length > 0 && (
        <Alert color="orange" title={`${blanks.length}个单位报送的文件有空表`}>
          <Text size="sm">
            {blanks.map((child) => child.unit.profile.name).join('、')}
            。本年确实没有的，请这些单位点“本年没有（全表为0）”后重新报送。
          </Text>
        </Alert>
      )}
      {final === null && (
        <Text size="sm">
          定稿后，当前汇总数和文字不再变动，作为对外公布的报告；此后接收的文件和修改不影响定稿，需要更正的，可再次定稿。
        </Text>
      )}
      <FindingsList
        form={form}
        working={working}
        findings={findings}
        lastYear={lastYear}
        onGo={goTo}
        onReason={explain}
      />
      <Group>
        <Button
          variant={final === null ? 'filled' : 'default'}
          disabled={blocking.length > 0 || (missing.length > 0 && !knowMissing)}
          onClick={finalise}
        >
          {final === null ? '定稿' : '再次定稿'}
        </Button>
        {blocking.length > 0 && (
          <Text size="sm" c="red.8">
            还有{blocking.length}个错误要先改，或者写明原因。
          </Text>
        )}
      </Group>
    </Stack>
  )
}
