import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { sectionState } from '../../../shared/model/report/section-state.ts'
import { readReportDay } from '../../../shared/model/unit/report-days.ts'
import { reportDeadlineText } from '../../../shared/wording/report-days.ts'
import { useFindingCounts, useMainReport, useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useGroups } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { TodayPart } from './today-part.tsx'

/** What is due today, what is left of the report, and the buttons that do it. */
export function HomeScreen() {
  const session = useSession()
  const { start } = useStore()
  const { desk } = useReportData()
  const main = useMainReport()
  const { form, unit, year } = session
  const sections = form.definition.sections.map((section) => ({
    section,
    state: sectionState(form, main.working.report, main.findings, section.id),
  }))
  const next = sections.find(({ state }) => state !== 'filled')
  const done = sections.filter(({ state }) => state === 'filled').length
  const { errors, warnings } = useFindingCounts()
  const groups = useGroups('unit', unit.code)
  const reportDay = groups === undefined ? null : readReportDay(groups, 'reportDay', year)
  const missing = desk?.children.filter(({ state }) => state === 'missing').length ?? 0
  return (
    <Stack gap="md" maw={900}>
      <div>
        <Title order={2} size="h3">
          {unit.profile.name}
          {year}年政府信息公开工作年度报告
        </Title>
        <Text size="sm" c="dimmed">
          {groups !== undefined && reportDeadlineText(unit.profile.level, year, reportDay, start.today)}{' '}
          <Anchor component="button" size="sm" onClick={() => session.go({ screen: 'unit' })}>
            {reportDay === null ? '填上级要求的日期' : '改日期'}
          </Anchor>
        </Text>
      </div>
      <TodayPart next={next === undefined ? null : next.section} />
      <SimpleGrid cols={desk === null ? 2 : 3} spacing="sm">
        <Card
          label="六个部分已填"
          value={`${done} / ${sections.length}`}
          onClick={() => session.go({ screen: 'opening' })}
        />
        <Card
          label="要改的错误"
          value={String(errors)}
          beside={warnings > 0 ? `另有提醒${warnings}` : undefined}
          bad={errors > 0}
          onClick={() => session.go({ screen: 'findings' })}
        />
        {desk !== null && (
          <Card
            label="未报的单位"
            value={`${missing} / ${desk.children.length}`}
            bad={missing > 0}
            onClick={() => session.go({ screen: 'desk' })}
          />
        )}
      </SimpleGrid>
      <Group>
        {desk !== null && desk.children.length === 0 && (
          <Button onClick={() => session.go({ screen: 'desk' })}>先添加下级单位</Button>
        )}
        {desk !== null && desk.children.length > 0 && (
          <Button variant="default" onClick={() => session.go({ screen: 'desk' })}>
            接收各单位的文件
          </Button>
        )}
        <Button variant="default" onClick={() => session.go({ screen: 'print' })}>
          打印预览
        </Button>
        {desk === null && (
          <Button variant="default" onClick={() => session.go({ screen: 'submit' })}>
            报送
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        每填一个数就保存到磁盘，右上角显示“已保存”。本程序不得录入涉密内容。
      </Text>
    </Stack>
  )
}

function Card(props: { label: string; value: string; beside?: string | undefined; bad?: boolean; onClick(): void }) {
  return (
    <Paper withBorder p="md" component="button" className="home-card" onClick={props.onClick}>
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <Text size="xl" fw={600} c={props.bad ? 'red.8' : undefined}>
        {props.value}
        {props.beside !== undefined && (
          <Text span size="sm" c="dimmed" fw={400} ml="sm">
            {props.beside}
          </Text>
        )}
      </Text>
    </Paper>
  )
}
