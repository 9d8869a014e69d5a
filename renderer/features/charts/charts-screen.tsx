import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { useSession } from '../../kit/session/session.ts'
import { useYearTallies } from '../../store/derived/use-year-tallies.ts'
import { useStore } from '../../store/store-context.ts'
import { BarChart } from './bar-chart.tsx'
import { entriesOf, yearCharts } from './year-charts.ts'

/** 图表: what the registers hold, by month, outcome and channel, against the year before; each figure leads to its entries. */
export function ChartsScreen() {
  const session = useSession()
  const { unit, year } = session
  const { registers } = useStore().catalogue
  const tallies = useYearTallies(unit.code, year)
  const charts = useMemo(() => (tallies === undefined ? null : yearCharts(tallies, registers)), [tallies, registers])
  const back = () => session.go({ screen: 'registers' })
  useKeys({ Escape: back })
  if (charts === null) return null
  return (
    <Stack gap="sm">
      <Group gap="xs" wrap="nowrap">
        <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={14} />} onClick={back}>
          返回（Esc）
        </Button>
        <Title order={2} size="h4">
          图表（{year}年）
        </Title>
      </Group>
      <SimpleGrid cols={3} spacing="sm">
        {charts.map((chart) => (
          <BarChart
            key={chart.id}
            chart={chart}
            year={year}
            onOpen={(bar, of) => {
              const view = entriesOf(chart, bar, of)
              // The sheet of figures shows one year; a list of requests shows any.
              if (chart.id === 'publications') session.goTo({ unit: unit.code, year: of }, view)
              else session.go(view)
            }}
          />
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        按台账统计，不含回收站。点一个数，查看是哪些条目；也可以用 Tab 移到这个数上按 Enter。
      </Text>
    </Stack>
  )
}
