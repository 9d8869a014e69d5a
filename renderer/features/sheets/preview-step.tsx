import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { placeKey } from '../../../shared/steps/sheets/rows/check-rows.ts'
import { answeredWordsText } from '../../../shared/wording/answered-words.ts'
import {
  convertedText,
  hiddenColumnsText,
  passedOverText,
  unreadSheetsText,
} from '../../../shared/wording/sheet-words.ts'
import { RowList } from './row-list.tsx'
import { type AskedWords, type Chosen, isUpdatable, type SortedRows } from './sheet-state.ts'

type Pile = 'bad' | 'changed' | 'duplicate' | 'hidden' | 'good' | 'same'

interface PreviewStepProps {
  readonly register: RegisterDefinition
  readonly sorted: SortedRows
  /** Sheets that look like this list and are not read. */
  readonly unread: readonly string[]
  /** Headings of columns that the file hides and that are read. */
  readonly hiddenColumns: readonly string[]
  /** The file's own words, and what they were taken for. */
  readonly asked: AskedWords
  onSave(chosen: Chosen): void
  onBack(): void
  onEnd(): void
}

/** How many rows are new, bad and there already, each with its reason; and which of them to take. */
export function PreviewStep({
  register,
  sorted,
  unread,
  hiddenColumns,
  asked,
  onSave,
  onBack,
  onEnd,
}: PreviewStepProps) {
  const { good, bad, changed, same, duplicate, hidden, known, passedOver } = sorted
  const [chosen, setChosen] = useState<Pile | null>(null)
  const [withDuplicates, setWithDuplicates] = useState(false)
  const [withHidden, setWithHidden] = useState(false)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const updatable = changed.map(placeKey).filter((place) => {
    const one = known.get(place)
    return one !== undefined && isUpdatable(one)
  })
  const piles: [Pile, string, number][] = [
    ['bad', '有问题', bad.length],
    ['changed', '与台账不同', changed.length],
    ['duplicate', '重复', duplicate.length],
    ...(hidden.length > 0 ? [['hidden', '隐藏', hidden.length] as [Pile, string, number]] : []),
    ['good', '没有问题', good.length],
    ['same', '没有变化', same.length],
  ]
  const pile = chosen ?? piles.find(([, , count]) => count > 0)?.[0] ?? 'good'
  const fresh = good.length + (withDuplicates ? duplicate.length : 0) + (withHidden ? hidden.length : 0)
  const goods = fresh + ticked.size
  const save = (isAll: boolean) =>
    onSave({ bad: isAll, duplicates: withDuplicates, hidden: withHidden, updated: ticked })
  const said = [
    ...(fresh === 0 && ticked.size > 0 ? [] : [`导入${fresh}行`]),
    ...(ticked.size === 0 ? [] : [`更新${ticked.size}行`]),
  ].join('，')
  const converted = [...good, ...bad, ...changed, ...duplicate].filter((row) => row.converted.length > 0)
  return (
    <Stack gap="sm">
      <Text size="sm" role="status" aria-label="核对结果">
        共{sorted.all.length}行：没有问题{good.length}行，有问题{bad.length}行，重复{duplicate.length}
        行；台账里已有、内容不同
        {changed.length}行，没有变化{same.length}行。
        {hidden.length > 0 && `隐藏${hidden.length}行。`}
        {passedOverText(passedOver)}
        {convertedText(converted)}
        {answeredWordsText(register, asked.words, asked.answers)}
        {hiddenColumnsText(hiddenColumns)}
        {unreadSheetsText(unread)}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label="查看范围"
        data={piles.map(([value, label, count]) => ({ value, label: `${label}${count}` }))}
        value={pile}
        onChange={(value) => setChosen(piles.find(([one]) => one === value)?.[0] ?? null)}
      />
      <RowList
        key={pile}
        register={register}
        rows={sorted[pile]}
        sorted={sorted}
        ticked={pile === 'changed' ? ticked : null}
        onTick={(row, isOn) => {
          const next = new Set(ticked)
          if (isOn) next.add(row)
          else next.delete(row)
          setTicked(next)
        }}
      />
      {updatable.length > 0 && (
        <Checkbox
          size="xs"
          autoFocus={good.length === 0 && bad.length === 0}
          label={`用表格里的更新台账里内容不同的${updatable.length}行（逐项见“与台账不同”；没有勾选的不改，表格里未填的不清空台账）`}
          checked={ticked.size === updatable.length}
          indeterminate={ticked.size > 0 && ticked.size < updatable.length}
          onChange={(event) => setTicked(new Set(event.currentTarget.checked ? updatable : []))}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && goods > 0) save(false)
          }}
        />
      )}
      {duplicate.length > 0 && (
        <Checkbox
          size="xs"
          label={`表格里重复的${duplicate.length}行也导入（将作为新登记，年报会重复计数）`}
          checked={withDuplicates}
          onChange={(event) => setWithDuplicates(event.currentTarget.checked)}
        />
      )}
      {hidden.length > 0 && (
        <Checkbox
          size="xs"
          label={`表格里隐藏（筛选掉）的${hidden.length}行也导入`}
          checked={withHidden}
          onChange={(event) => setWithHidden(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={onEnd}>
          不导入
        </Button>
        <Button
          variant="default"
          autoFocus={good.length === 0 && bad.length === 0 && updatable.length === 0}
          onClick={onBack}
        >
          {asked.words.length > 0 ? '返回修改写法对应' : '返回修改列对应'}（Esc）
        </Button>
        {bad.length > 0 && (
          <Button variant="default" autoFocus={good.length === 0} onClick={() => save(true)}>
            全部导入{goods + bad.length}行
          </Button>
        )}
        <Button autoFocus={good.length > 0} disabled={goods === 0} onClick={() => save(false)}>
          {bad.length === 0 ? `${said}（Enter）` : `只${said.replace('导入', '导入没有问题的')}（Enter）`}
        </Button>
      </Group>
      {bad.length > 0 && (
        <Text size="xs" c="dimmed">
          全部导入时，有问题的行也按原样导入，并在台账里标出；改正前，有问题的内容不计入年报。
        </Text>
      )}
    </Stack>
  )
}
