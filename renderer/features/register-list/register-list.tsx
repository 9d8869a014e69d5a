import { Button, Group, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import { binnedMessage, restoredMessage } from '../../../shared/wording/entry-done.ts'
import { undoneText } from '../../../shared/wording/erasure.ts'
import { sealedName } from '../../../shared/wording/privacy.ts'
import { useNewEntry } from '../../kit/entry/use-new-entry.ts'
import { useTellOfEntry } from '../../kit/entry/use-tell-of-entry.ts'
import { listKeys } from '../../kit/entry-text/list-words.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { useSealedMemory } from '../../kit/sealed/use-sealed-memory.ts'
import { useSession } from '../../kit/session/session.ts'
import type { ListNarrow, RegisterView } from '../../kit/session/view.ts'
import { binEntry, restoreEntry } from '../../store/entries/entry-actions.ts'
import { useFlawedEntries, useUndoneEntries } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { EntryTable, focusEntryTable } from './entry-table.tsx'
import { EraseFromBin } from './erase-from-bin.tsx'
import { isNarrowing, noFilter } from './list-filter.ts'
import { ListFilters } from './list-filters.tsx'
import { shownColumns, useListView } from './list-view.ts'
import { NarrowMark } from './narrow-mark.tsx'
import { columnsOf } from './shown-columns.ts'
import { useRegisterList } from './use-register-list.ts'

/** The entries of a register: find, narrow, sort, group, open; and its bin. */
export function RegisterList(props: {
  register: RegisterDefinition
  narrow: ListNarrow | null
  /** Only what is not filled in right. */
  isFlawed: boolean
  /** The entry that is chosen at first. */
  at: string | null
  /** Excel both ways, over the entries with these record ids. */
  sheetMenu(ids: readonly string[]): ReactNode
}) {
  const { register, narrow, isFlawed, at, sheetMenu } = props
  const session = useSession()
  const { start } = useStore()
  const tellOf = useTellOfEntry(register)
  const create = useNewEntry(register)
  const find = useRef<HTMLInputElement>(null)
  const [filter, setFilter] = useState(noFilter)
  const [isBin, setBin] = useState(false)
  const [isClear, setClear] = useState(false)
  /** Record ids that the clerk is asked about. */
  const [erased, setErased] = useState<{ records: readonly string[]; undone: readonly string[] } | null>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const { view, change } = useListView(register)
  const memory = useSealedMemory()

  const unit = session.unit.code
  const flawed = useFlawedEntries(unit, register.id)
  const undone = useUndoneEntries(unit, register.id)
  const hasFlawed = (flawed?.size ?? 0) > 0
  const columns = useMemo(
    () => shownColumns(register, view, { isClear, hasFlawed, isBin }),
    [register, view, isClear, hasFlawed, isBin],
  )
  const hasSealed = columnsOf(register).some(({ isSealed }) => isSealed === true)
  const only = isFlawed && !isBin ? flawed : null
  const asked = { unit, narrow, only, filter, view, columns, closed, isBin, memory }
  const { shown, rows, sums, binned, search } = useRegisterList(register, asked)

  const put = (entry: string) => {
    const id = { unit, register: register.id, entry }
    if (isBin) void session.act(restoreEntry(id)).then((isDone) => (isDone ? tellOf(id, restoredMessage) : undefined))
    else void session.act(binEntry(id, start.today)).then((isDone) => (isDone ? tellOf(id, binnedMessage) : undefined))
  }
  const fold = (groups: readonly string[], isOpen: boolean) =>
    setClosed((before) => {
      const after = new Set(before)
      for (const group of groups) isOpen ? after.delete(group) : after.add(group)
      return after
    })
  useKeys({
    'Ctrl+N': create.blank,
    'Ctrl+D': () => void create.duplicate(null),
    'Ctrl+F': () => find.current?.focus(),
    Escape: () => (isBin ? setBin(false) : session.go({ screen: 'today' })),
  })
  return (
    <div className="table-section">
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Group gap="sm" wrap="nowrap">
          <Title order={2} size="h4">
            {register.label}
          </Title>
          {narrow !== null && (
            <NarrowMark narrow={narrow} onAll={() => session.go(narrowedTo(register, null, false))} />
          )}
          {narrow === null && !isBin && (hasFlawed || isFlawed) && (
            <Switch
              size="xs"
              label={`只看未填全的${flawed?.size ?? ''}${register.unit}`}
              checked={isFlawed}
              onChange={(event) => session.go(narrowedTo(register, null, event.currentTarget.checked))}
            />
          )}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {hasSealed && (
            <Switch
              size="xs"
              label="显示申请人"
              checked={isClear}
              onChange={(event) => setClear(event.currentTarget.checked)}
            />
          )}
          {(binned.length + undone.length > 0 || isBin) && (
            <SegmentedControl
              size="xs"
              aria-label="查看范围"
              data={[
                { value: 'kept', label: '台账' },
                { value: 'bin', label: `回收站${binned.length}` },
              ]}
              value={isBin ? 'bin' : 'kept'}
              onChange={(value) => setBin(value === 'bin')}
            />
          )}
          {isBin && binned.length + undone.length > 0 && (
            <Button size="xs" variant="subtle" color="red" onClick={() => setErased({ records: binned, undone })}>
              清空回收站…
            </Button>
          )}
          <ColumnsMenu register={register} view={view} onChange={(chosen) => change({ columns: chosen })} />
          {sheetMenu(isBin ? [] : (shown ?? []))}
          <Button size="xs" leftSection={<IconPlus size={14} />} title="Ctrl+N" onClick={create.blank}>
            登记一{register.unit}
          </Button>
        </Group>
      </Group>
      <ListFilters
        register={register}
        filter={filter}
        grouping={view.grouping}
        find={find}
        onFilter={setFilter}
        onFound={focusEntryTable}
        onGroup={(grouping) => change({ grouping })}
      >
        <Text size="sm" c="dimmed" role="status" aria-label="件数">
          {shown === undefined ? '正在查找…' : `共${shown.length}${register.unit}`}
        </Text>
      </ListFilters>
      {isBin && undone.length > 0 && (
        <Text size="xs" c="dimmed" mb={6} role="status" aria-label="撤销了的登记">
          {undoneText(undone.length, register)}
        </Text>
      )}
      {(search.progress !== null || search.problem !== null) && (
        <Text size="xs" c={search.problem === null ? 'dimmed' : 'red'} mb={6} role="status" aria-label="查找申请人">
          {search.problem ??
            `正在${sealedName(register)}里查找：${search.progress?.done} / ${search.progress?.total}。其他内容已查找完毕。`}
        </Text>
      )}
      {shown !== undefined && shown.length === 0 ? (
        <Stack gap={4} py="lg" align="center">
          <Text size="sm" c="dimmed">
            {search.isGoingOn
              ? `仍在${sealedName(register)}里查找，请稍等…`
              : isNarrowing(filter)
                ? '没有找到。换个词，或者清空上面的条件。'
                : isBin
                  ? '回收站是空的。'
                  : isFlawed
                    ? '已全部填全。'
                    : `还没有登记。按 Ctrl+N 登记第一${register.unit}。`}
          </Text>
        </Stack>
      ) : (
        <EntryTable
          register={register}
          columns={columns}
          rows={rows}
          at={at}
          sort={view.sort}
          isBin={isBin}
          sums={sums}
          memory={memory}
          isClear={isClear}
          onSort={(sort) => change({ sort })}
          onOpen={(entry) => session.go({ ...narrowedTo(register, narrow, isFlawed), entry })}
          onPut={put}
          onErase={(entry) =>
            setErased({ records: [entryRecordId({ unit, register: register.id, entry })], undone: [] })
          }
          onFold={fold}
        />
      )}
      {erased !== null && <EraseFromBin register={register} {...erased} onClose={() => setErased(null)} />}
      <Text size="xs" c="dimmed" mt={4}>
        {listKeys(register.unit, { isBin, isGrouped: view.grouping !== null })}
      </Text>
    </div>
  )
}

/** The list with what it is narrowed to. */
function narrowedTo(register: RegisterDefinition, narrow: ListNarrow | null, isFlawed: boolean): RegisterView {
  return {
    screen: 'register',
    register: register.id,
    ...(narrow === null ? {} : { narrow }),
    ...(isFlawed ? { flawed: true } : {}),
  }
}
