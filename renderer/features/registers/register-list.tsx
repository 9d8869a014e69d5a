import { Button, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { entryRecordId } from '../../../shared/records/entry-record.ts'
import type { RegisterDefinition } from '../../../shared/registers/register-definition.ts'
import { notice } from '../../app/notice.ts'
import { useSession } from '../../app/session.ts'
import type { ListNarrow } from '../../app/view.ts'
import { reportYears } from '../../app/year.ts'
import { binEntry, restoreEntry } from '../../store/entry-actions.ts'
import { useStore } from '../../store/store-context.ts'
import { useEntries } from '../../store/use-entries.ts'
import { EntryTable } from './entry-table.tsx'
import { listedFields } from './list-columns.ts'
import { columnSums, type ListQuery, type ListSort, listEntries } from './list-entries.ts'
import { binnedMessage } from './list-words.ts'
import { isWithin } from './narrow-list.ts'
import { NarrowMark } from './narrow-mark.tsx'
import { useAllEntries } from './use-all-entries.ts'
import { useKeys } from './use-keys.ts'
import { useNewEntry } from './use-new-entry.ts'

/** Choice fields that a list can be narrowed by at once; more would crowd its head. */
const MOST_FILTERS = 2

/** The entries of a register: find, narrow, sort, open; and its bin. */
export function RegisterList({ register, narrow }: { register: RegisterDefinition; narrow: ListNarrow | null }) {
  const session = useSession()
  const { start } = useStore()
  const create = useNewEntry(register)
  const find = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [year, setYear] = useState<number | null>(null)
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const [sort, setSort] = useState<ListSort | null>(null)
  const [isBin, setBin] = useState(false)

  const unit = session.unit.code
  const kept = useEntries({ unit, register: register.id })
  const withBin = useEntries({ unit, register: register.id, includeBinned: true })
  const ids = useMemo(() => {
    if (!isBin) return kept
    const inUse = new Set(kept)
    return withBin?.filter((id) => !inUse.has(id))
  }, [isBin, kept, withBin])
  const isNarrowed =
    narrow !== null || text.trim() !== '' || year !== null || Object.keys(choices).length > 0 || sort !== null
  const hasSums = listedFields(register).some(({ kind }) => kind === 'count' || kind === 'money')
  const all = useAllEntries(ids, isNarrowed || hasSums)
  const found = useMemo(() => {
    if (all === undefined) return null
    const query: ListQuery = { text, year, choices, sort }
    return listEntries(
      register,
      all.filter(({ facts }) => narrow === null || isWithin(narrow, facts)).map(({ entry }) => entry),
      query,
    )
  }, [register, all, text, year, choices, sort, narrow])
  const shown = isNarrowed ? found?.map(({ id }) => entryRecordId(id)) : ids
  const binned = withBin !== undefined && kept !== undefined ? withBin.length - kept.length : 0

  const put = (entry: string) => {
    const id = { unit, register: register.id, entry }
    if (isBin) void session.act(restoreEntry(id))
    else void session.act(binEntry(id, start.today)).then((isDone) => isDone && notice.set(binnedMessage))
  }
  useKeys({
    'Ctrl+N': create.blank,
    'Ctrl+D': () => void create.duplicate(null),
    'Ctrl+F': () => find.current?.focus(),
    Escape: () => (isBin ? setBin(false) : session.go({ screen: 'today' })),
  })
  const filters = listedFields(register).filter(({ kind }) => kind === 'choice')
  return (
    <div className="table-section">
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Group gap="sm" wrap="nowrap">
          <Title order={2} size="h4">
            {register.label}
          </Title>
          {narrow !== null && (
            <NarrowMark narrow={narrow} onAll={() => session.go({ screen: 'register', register: register.id })} />
          )}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {(binned > 0 || isBin) && (
            <SegmentedControl
              size="xs"
              aria-label="看哪里"
              data={[
                { value: 'kept', label: '台账' },
                { value: 'bin', label: `回收站 ${binned}` },
              ]}
              value={isBin ? 'bin' : 'kept'}
              onChange={(value) => setBin(value === 'bin')}
            />
          )}
          <Button size="xs" leftSection={<IconPlus size={14} />} title="Ctrl+N" onClick={create.blank}>
            登记一{register.unit}
          </Button>
        </Group>
      </Group>
      <Group gap="xs" mb={6} wrap="nowrap">
        <TextInput
          ref={find}
          size="xs"
          w={220}
          aria-label="查找"
          placeholder="查找（Ctrl+F）"
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return
            event.preventDefault()
            setText('')
          }}
        />
        <NativeSelect
          size="xs"
          aria-label="年份"
          data={[
            { value: '', label: '全部年份' },
            ...reportYears(start.today).map((one) => ({ value: String(one), label: `${one}年` })),
          ]}
          value={year === null ? '' : String(year)}
          onChange={(event) => setYear(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
        />
        {filters.slice(0, MOST_FILTERS).map((field) => (
          <NativeSelect
            key={field.key}
            size="xs"
            maw={200}
            aria-label={field.label}
            data={[{ value: '', label: `${field.label}：全部` }, ...(field.choices ?? [])].map(({ value, label }) => ({
              value,
              label,
            }))}
            value={choices[field.key] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget
              setChoices(({ [field.key]: _old, ...rest }) => (value === '' ? rest : { ...rest, [field.key]: value }))
            }}
          />
        ))}
        <Text size="sm" c="dimmed" role="status" aria-label="件数">
          共 {shown?.length ?? 0} {register.unit}
        </Text>
      </Group>
      {shown !== undefined && shown.length === 0 ? (
        <Stack gap={4} py="lg" align="center">
          <Text size="sm" c="dimmed">
            {isBin
              ? '回收站是空的。'
              : isNarrowed
                ? '没有找到。换个词，或者清空上面的条件。'
                : `还没有登记。按 Ctrl+N 登记第一${register.unit}。`}
          </Text>
        </Stack>
      ) : (
        <EntryTable
          register={register}
          ids={shown ?? []}
          sort={sort}
          onSort={setSort}
          isBin={isBin}
          sums={hasSums && found !== null ? columnSums(register, found) : null}
          onOpen={(entry) =>
            session.go({ screen: 'register', register: register.id, entry, ...(narrow === null ? {} : { narrow }) })
          }
          onPut={put}
        />
      )}
      <Text size="xs" c="dimmed" mt={4}>
        上下键选，Enter 打开，{isBin ? 'Delete 取回来' : 'Delete 放进回收站'}，Ctrl+N 新登记，Ctrl+D 照上一
        {register.unit}复制。不得录入涉密内容。
      </Text>
    </div>
  )
}
