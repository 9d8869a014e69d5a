import { Text, Title } from '@mantine/core'
import { type Bar, type Chart, lengthOf } from './year-charts.ts'
import './bar-chart.css'

interface BarChartProps {
  readonly chart: Chart
  readonly year: number
  /** A figure was chosen, of this year or of the one before. */
  onOpen(bar: Bar, year: number): void
}

/** Bars with their figures as text: a list to whoever does not see them. Each figure is a button to its entries. */
export function BarChart({ chart, year, onOpen }: BarChartProps) {
  const { title, unit, now, before } = chart
  return (
    <section className="chart" aria-label={title} data-chart={chart.id} data-compared={before !== null}>
      <Title order={3} size="h6">
        {title}
        {now}
        {unit}
        {before !== null && (
          <Text span size="sm" c="dimmed" fw={400}>
            {`，上年${before}${unit}`}
          </Text>
        )}
      </Title>
      <Text size="xs" c="dimmed" mb={4}>
        {before === null ? '上年没有登记，无法比较。' : `深色是${year}年，浅色是${year - 1}年。`}
      </Text>
      {chart.bars.length === 0 && <Text size="sm">本年尚无登记。</Text>}
      <ul className="chart-bars">
        {chart.bars.map((bar) => (
          <li key={bar.key} className="chart-line" data-bar={bar.key}>
            <span className="chart-label" title={bar.label}>
              {bar.label}
            </span>
            <svg className="chart-track" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
              <rect className="chart-now" x="0" y="1" height="7" width={100 * lengthOf(chart, bar.now)} />
              {bar.before !== null && (
                <rect className="chart-before" x="0" y="9" height="4" width={100 * lengthOf(chart, bar.before)} />
              )}
            </svg>
            <Figure bar={bar} amount={bar.now} year={year} unit={unit} onOpen={onOpen} />
            {bar.before !== null && (
              <Figure bar={bar} amount={bar.before} year={year - 1} unit={unit} onOpen={onOpen} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing lies behind a 0. */
function Figure(props: { bar: Bar; amount: string; year: number; unit: string; onOpen: BarChartProps['onOpen'] }) {
  const { bar, amount, year, unit, onOpen } = props
  const name = `${year}年，${bar.label}，${amount}${unit}`
  if (amount === '0') return <span className="chart-figure chart-nothing">0</span>
  return (
    <button
      type="button"
      className="chart-figure link"
      aria-label={name}
      title={name}
      onClick={() => onOpen(bar, year)}
    >
      {amount}
    </button>
  )
}
