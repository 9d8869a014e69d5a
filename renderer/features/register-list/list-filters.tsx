import { Group, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { listedFields } from '../../kit/entry-text/list-columns.ts'
import { reportYears } from '../../kit/session/year.ts'
import { useStore } from '../../store/store-context.ts'
import { groupingsOf } from './group-entries.ts'
import type { ListFilter } from './list-filter.ts'

/** Choice fields that a list can be narrowed by at once; more would crowd its head. */
const MOST_FILTERS = 2

/** Find, narrow and group: the second line over a list. */
export function ListFilters(props: {
  register: RegisterDefinition
  filter: ListFilter
  grouping: string | null
  find: Ref<HTMLInputElement>
  onFilter(filter: ListFilter): void
  /** From the search on to what was found. */
  onFound(): void
  onGroup(grouping: string | null): void
  /** How many there are, and what is going on. */
  children: ReactNode
}) {
  const { register, filter, grouping, onFilter } = props
  const { start } = useStore()
  const filters = listedFields(register).filter(({ kind, many }) => kind === 'choice' && many !== true)
  return (
    <Group gap="xs" mb={6} wrap="nowrap">
      <TextInput
        ref={props.find}
        size="xs"
        w={180}
        aria-label="查找"
        placeholder="查找（Ctrl+F）"
        leftSection={<IconSearch size={14} />}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          // Enter that ends a word of the input method is not the clerk's own.
          const goesOn = (event.key === 'Enter' && !event.nativeEvent.isComposing) || event.key === 'ArrowDown'
          if (!goesOn && (event.key !== 'Escape' || filter.text === '')) return
          event.preventDefault()
          if (goesOn) props.onFound()
          else onFilter({ ...filter, text: '' })
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="年份"
        data={[
          { value: '', label: '全部年份' },
          ...reportYears(start.today).map((one) => ({ value: String(one), label: `${one}年` })),
        ]}
        value={filter.year === null ? '' : String(filter.year)}
        onChange={({ currentTarget: { value } }) => onFilter({ ...filter, year: value === '' ? null : Number(value) })}
      />
      {filters.slice(0, MOST_FILTERS).map((field) => (
        <NativeSelect
          key={field.key}
          size="xs"
          maw={160}
          aria-label={field.label}
          data={[{ value: '', label: `${field.label}：全部` }, ...(field.choices ?? [])].map(({ value, label }) => ({
            value,
            label,
          }))}
          value={filter.choices[field.key] ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { [field.key]: _old, ...rest } = filter.choices
            onFilter({ ...filter, choices: value === '' ? rest : { ...rest, [field.key]: value } })
          }}
        />
      ))}
      <NativeSelect
        size="xs"
        maw={140}
        aria-label="分组"
        data={[
          { value: '', label: '不分组' },
          ...groupingsOf(register).map(({ key, label }) => ({ value: key, label })),
        ]}
        value={grouping ?? ''}
        onChange={({ currentTarget: { value } }) => props.onGroup(value === '' ? null : value)}
      />
      {props.children}
    </Group>
  )
}
