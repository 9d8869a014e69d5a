import { Alert, Button, Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import { type Place, sectionOf } from '../../../shared/model/report/place.ts'
import { narrativeKeys } from '../../../shared/model/report/report.ts'
import { submittedReport } from '../../../shared/model/report/submitted-report.ts'
import { codesOf } from '../../../shared/model/unit/unit-record.ts'
import { checkWhole } from '../../../shared/steps/check/check-whole.ts'
import { FindingsList } from '../../kit/findings/findings-list.tsx'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { OfficialTable } from '../../kit/table/official-table.tsx'
import type { FocusRequest } from '../../kit/table/table-props.ts'
import { useReceived, useSummariesOf } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { ChildFiles } from './child-files.tsx'
import { ChildSupplement } from './child-supplement.tsx'
import { FillInFor } from './fill-in-for.tsx'
import { receivedOn } from './received-on.ts'

/** One unit's submission, to be read and never changed here: tables, texts, what the rules say, its reasons. */
export function ChildScreen({ code }: { code: string }) {
  const session = useSession()
  const { form, year } = session
  const { forms } = useStore().catalogue
  const { desk } = useReportData()
  const [tab, setTab] = useState<string | null>(form.tables[0]?.id ?? null)
  const [focus, setFocus] = useState<FocusRequest | null>(null)
  const unit = session.units.find((one) => one.code === code)
  const files = useSummariesOf(unit === undefined ? [code] : codesOf(unit), year)
  const child = desk?.children.find((one) => one.unit.code === code) ?? null
  const current = useReceived(child?.current?.id ?? null)
  const working = useMemo(() => (current ? submittedReport(form, current) : null), [form, current])
  const findings = useMemo(
    () => (working === null ? [] : checkWhole(form, working.report, { forms, layer: working.id.layer })),
    [forms, form, working],
  )
  if (unit === undefined || files === undefined || current === undefined) return null
  const back = (
    <Button size="xs" variant="default" onClick={() => session.go({ screen: 'desk' })}>
      返回各单位报送
    </Button>
  )
  if (current === null || working === null) {
    return (
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {unit.profile.name}
          </Title>
          {back}
        </Group>
        {files.length > 0 && <ChildFiles child={child} files={files} />}
        <Text>
          {files.length === 0 ? `${year}年度未报送。` : '尚未选用其中一份，汇总里没有这个单位。'}
          {unit.contact.phone === '' ? '' : `电话：${unit.contact.phone}。`}
          收到该单位的文件后，请用“打开文件”接收。
        </Text>
        <FillInFor unit={unit} />
      </Stack>
    )
  }
  const { people, filledBy } = current.basis
  const nothing = () => {}
  const show = (to: string, key: CellKey | null) => {
    setTab(to)
    setFocus(key === null ? null : { key })
  }
  const showPlace = (place: Place) => {
    if (place.kind === 'supplement') show('supplement', null)
    else if (place.kind === 'section') show('texts', null)
    else show(sectionOf(form, place) ?? 'findings', place.kind === 'cell' ? place.cell : null)
  }
  return (
    <Stack gap="sm" h="100%">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h4">
          {unit.profile.name}（第{current.revision}次报送）
        </Title>
        {back}
      </Group>
      <Text size="sm" c="dimmed">
        {receivedOn(current.exported)}报送。填报人：{people.author || '未填'}，审核人：
        {people.reviewer || '未填'}，电话：{people.phone || '未填'}。
        {filledBy !== undefined && `由${filledBy.name}代填（${filledBy.author || '未填姓名'}）。`}
        数字由该单位负责，这里只能查看；需要改正的，请该单位改正后重新报送。
      </Text>
      <Tabs value={tab} onChange={(to) => to !== null && show(to, null)} keepMounted={false} className="child-tabs">
        <Tabs.List>
          {form.tables.map(({ id, numeral }) => (
            <Tabs.Tab key={id} value={id}>
              表{numeral}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="supplement">补充数字</Tabs.Tab>
          <Tabs.Tab value="findings">检查（{findings.length}）</Tabs.Tab>
          <Tabs.Tab value="texts">文字</Tabs.Tab>
          <Tabs.Tab value="files">历次报送（{files.length}）</Tabs.Tab>
        </Tabs.List>
        {form.tables.map((table) => (
          <Tabs.Panel key={table.id} value={table.id} pt="xs">
            <OfficialTable
              form={form}
              table={table}
              working={working}
              findings={findings}
              readOnly
              focus={focus}
              onEdit={nothing}
              onRemark={nothing}
            />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="supplement" pt="xs">
          <ChildSupplement form={form} working={working} />
        </Tabs.Panel>
        <Tabs.Panel value="findings" pt="xs">
          <FindingsList
            form={form}
            working={working}
            findings={findings}
            readOnly
            onGo={showPlace}
            onReason={nothing}
          />
        </Tabs.Panel>
        <Tabs.Panel value="texts" pt="xs">
          <Stack gap="sm">
            {narrativeKeys.map((key) => {
              const text = working.report.narrative[key]
              const section = form.definition.sections.find(({ id }) => id === key)
              return text === undefined ? null : (
                <Alert
                  key={key}
                  color="gray"
                  title={section === undefined ? '前言' : `${section.numeral}、${section.title}`}
                >
                  <Text size="sm" className="plain-text">
                    {text}
                  </Text>
                </Alert>
              )
            })}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="files" pt="xs">
          <ChildFiles child={child} files={files} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
