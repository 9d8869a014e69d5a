import { Alert, Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import { figureFlawText } from '../../../shared/wording/field-flaw.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { useSession } from '../../kit/session/session.ts'
import { useRegister } from '../../store/store-context.ts'
import { figureRegister, figureRows } from './figure-grid.ts'
import { groupRows } from './figure-groups.ts'
import { FigureSheet } from './figure-sheet.tsx'
import { unaskedRows } from './unasked-rows.ts'
import { useFigures } from './use-figures.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index)

/**
 * 年度数字: counts typed for the year, or month by month, like a sheet. `figure`: the one that is gone to at first, as the
 * last part of its entry's id. `sheetMenu`: Excel both ways, over the entries with these record ids.
 */
export function FiguresScreen(props: { figure: string | null; sheetMenu(ids: readonly string[]): ReactNode }) {
  const { figure, sheetMenu } = props
  const session = useSession()
  const register = useRegister('figures')
  const figures = useMemo(() => figureRegister(register), [register])
  const { year } = session
  const { entries, put, putSource } = useFigures(figures)
  const rows = useMemo(() => figureRows(figures, entries ?? [], year), [figures, entries, year])
  const hasMonths = rows.some(({ months }) => months.some(({ text }) => text !== ''))
  const [chosen, setChosen] = useState<'year' | 'months' | null>(null)
  const by = chosen ?? (hasMonths ? 'months' : 'year')
  const [isUnfolded, setUnfolded] = useState(false)
  const folded = useMemo(() => unaskedRows(session.form, figures, rows, year), [session.form, figures, rows, year])
  const shown = isUnfolded ? rows : rows.filter((row) => !folded.has(row))
  const doubles = rows.filter(({ isDouble }) => isDouble)
  const flawed = rows
    .flatMap(({ year: whole, months }) => [whole, ...months])
    .flatMap((cell) => (cell.flaw === null ? [] : [{ ...cell, flaw: cell.flaw }]))
  useKeys({ Escape: () => session.go({ screen: 'today' }) })
  const ids = useMemo(() => (entries ?? []).map(({ id }) => entryRecordId(id)), [entries])
  if (entries === undefined) return null
  return (
    <div className="table-section">
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Title order={2} size="h4">
          {register.label}（{year}年）
        </Title>
        <Group gap="xs" wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label="登记方式"
            data={[
              { value: 'year', label: '全年一个数' },
              { value: 'months', label: '按月' },
            ]}
            value={by}
            onChange={(value) => setChosen(value === 'months' ? 'months' : 'year')}
          />
          {sheetMenu(ids)}
        </Group>
      </Group>
      {doubles.length > 0 && (
        <Alert color="orange" p="xs" mb={6}>
          {doubles.map(({ subject }) => subject.label).join('、')}
          全年数和分月数同时填写会重复计算，请只保留一种。
        </Alert>
      )}
      {flawed.length > 0 && (
        <Text size="sm" c="red.8" mb={6} role="status" aria-label="填错的数字：请在标红的格里改正，改正前不计入年报">
          {flawed.map((cell) => `${cell.subject.label}“${cell.text}”${figureFlawText(cell.flaw)}。`).join('')}
        </Text>
      )}
      <FigureSheet
        label={register.label}
        groups={groupRows(shown)}
        columns={by === 'months' ? [...MONTHS, 'year'] : ['year']}
        yearLabel="全年"
        showsKept
        focus={figure}
        onPut={(typed, action, unknown) =>
          put(
            typed.map((one) => ({
              ...one,
              source: rows.find(({ subject }) => subject.value === one.subject.value)?.source ?? '',
            })),
            action,
            unknown,
          )
        }
        {...(figures.source === null ? {} : { onSource: ({ entries: ids }, text) => putSource(ids, text) })}
      />
      {folded.size > 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={4}
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded
            ? '收起年报用不到的项目'
            : `另有${folded.size}项${year}年年报的表格和文字都用不到，不用填写，已收起；点击展开`}
        </Button>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        Enter 往下，方向键移动；从 Excel
        复制的内容可以直接粘贴，带项目名称也可以。未勾选的类别，请到年报表格和“补充数字”里直接填写。不得录入涉密内容。
      </Text>
    </div>
  )
}
