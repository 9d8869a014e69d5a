import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type CheckedRow, placeKey } from '../../../shared/steps/sheets/check-rows.ts'
import { rowPlaceText } from '../../../shared/wording/row-flaw.ts'
import { convertedText, passedOverText, unreadSheetsText } from '../../../shared/wording/sheet-words.ts'
import { rowLine, rowReasons } from './row-line.ts'
import type { MoreRows, SortedRows } from './sheet-state.ts'

type Pile = 'bad' | 'duplicate' | 'hidden' | 'good'

interface PreviewStepProps {
  readonly register: RegisterDefinition
  readonly sorted: SortedRows
  /** Sheets that look like this list and are not read. */
  readonly unread: readonly string[]
  onSave(which: 'good' | 'all', more: MoreRows): void
  /** What one comes back to. */
  readonly backTo: string
  onBack(): void
  onEnd(): void
}

/** How many rows are good, bad and there already, each with its reason; and which of them to take. */
export function PreviewStep({ register, sorted, unread, backTo, onSave, onBack, onEnd }: PreviewStepProps) {
  const { good, bad, duplicate, hidden, passedOver } = sorted
  const [chosen, setChosen] = useState<Pile | null>(null)
  const [withDuplicates, setWithDuplicates] = useState(false)
  const [withHidden, setWithHidden] = useState(false)
  const pile = chosen ?? (bad.length > 0 ? 'bad' : duplicate.length > 0 ? 'duplicate' : 'good')
  const extra = (withDuplicates ? duplicate.length : 0) + (withHidden ? hidden.length : 0)
  const more = { duplicates: withDuplicates, hidden: withHidden }
  const piles: [Pile, string, number][] = [
    ['bad', '有问题', bad.length],
    ['duplicate', '重复', duplicate.length],
    ...(hidden.length > 0 ? [['hidden', '隐藏', hidden.length] as [Pile, string, number]] : []),
    ['good', '没有问题', good.length],
  ]
  const goods = good.length + extra
  return (
    <Stack gap="sm">
      <Text size="sm" role="status" aria-label="核对结果">
        共 {good.length + bad.length + duplicate.length + hidden.length} 行：没有问题 {good.length} 行，有问题{' '}
        {bad.length} 行，重复 {duplicate.length} 行。
        {hidden.length > 0 && `隐藏 ${hidden.length} 行。`}
        {passedOverText(passedOver)}
        {convertedText([...good, ...bad, ...duplicate].filter(({ converted }) => converted.length > 0))}
        {unreadSheetsText(unread)}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label="看哪些行"
        data={piles.map(([value, label, count]) => ({ value, label: `${label} ${count}` }))}
        value={pile}
        onChange={(value) => setChosen(piles.find(([one]) => one === value)?.[0] ?? null)}
      />
      <RowList key={pile} register={register} rows={sorted[pile]} sorted={sorted} />
      {duplicate.length > 0 && (
        <Checkbox
          size="xs"
          label={`重复的 ${duplicate.length} 行也导入${register.identity === undefined ? '' : '（用表格里的数替换台账里的）'}`}
          checked={withDuplicates}
          onChange={(event) => setWithDuplicates(event.currentTarget.checked)}
        />
      )}
      {hidden.length > 0 && (
        <Checkbox
          size="xs"
          label={`表格里隐藏（筛选掉）的 ${hidden.length} 行也导入`}
          checked={withHidden}
          onChange={(event) => setWithHidden(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={onEnd}>
          不导入
        </Button>
        <Button variant="default" autoFocus={goods === 0 && bad.length === 0} onClick={onBack}>
          {backTo}（Esc）
        </Button>
        {bad.length > 0 && (
          <Button
            variant="default"
            autoFocus={goods === 0}
            title="有问题的照原样记下，在台账里标出来，请随后改好，免得年报里数错"
            onClick={() => onSave('all', more)}
          >
            全部导入 {goods + bad.length} 行
          </Button>
        )}
        <Button autoFocus={goods > 0} disabled={goods === 0} onClick={() => onSave('good', more)}>
          {bad.length === 0 ? `导入 ${goods} 行（Enter）` : `只导入没有问题的 ${goods} 行（Enter）`}
        </Button>
      </Group>
      {bad.length > 0 && (
        <Text size="xs" c="dimmed">
          全部导入时，有问题的照原样记下，在台账里标出来，请随后改好，免得年报里数错。
        </Text>
      )}
    </Stack>
  )
}

/** In pixels: a line, and one more for what is wrong. */
const [LOW, HIGH] = [26, 44]
/** Rows walked by PageUp and PageDown. */
const PAGE = 6

function RowList({
  register,
  rows,
  sorted,
}: {
  register: RegisterDefinition
  rows: readonly CheckedRow[]
  sorted: SortedRows
}) {
  const scroller = useRef<HTMLElement>(null)
  const height = rows === sorted.good ? LOW : HIGH
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Record<string, number> = {
      ArrowDown: height,
      ArrowUp: -height,
      PageDown: height * PAGE,
      PageUp: -height * PAGE,
    }
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.currentTarget.scrollBy({ top: by })
  }
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed" py="md">
        没有这样的行。
      </Text>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than its place is scrolled by the keyboard
    <section ref={scroller} className="sheet-rows" aria-label="行" tabIndex={0} onKeyDown={onKeyDown}>
      <ul className="sheet-rows-all" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const reasons = rowReasons(register, row, sorted.stored).join('；')
          return (
            <li key={placeKey(row)} className="sheet-row" style={{ height, transform: `translateY(${start}px)` }}>
              <span className="sheet-row-number">{rowPlaceText(row)}</span>
              <span className="sheet-row-reasons" title={reasons}>
                {reasons}
              </span>
              <span className="sheet-row-line">{rowLine(register, row)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
