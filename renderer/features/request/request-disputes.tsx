import { Button, Group, Text } from '@mantine/core'
import type { EntryId } from '../../../shared/model/entry/entry-record.ts'
import { startWith } from '../../kit/entry/entry-start.ts'
import { entryTitle } from '../../kit/entry-text/entry-title.ts'
import { useSession } from '../../kit/session/session.ts'
import { useEntries, useEntryViews } from '../../store/entries/use-entries.ts'
import { newId } from '../../store/new-id.ts'
import { useRegister, useStore } from '../../store/store-context.ts'

/** The cases that came of a request, and the way to write one down. */
export function RequestDisputes({ id }: { id: EntryId }) {
  const session = useSession()
  const store = useStore()
  const disputes = useRegister('disputes')
  const ids = useEntries({ unit: id.unit, register: disputes.id })
  const views = useEntryViews(ids ?? [])
  const own = (views ?? []).filter(({ entry }) => entry.fields.request === id.entry)
  const go = (entry: string) => session.go({ screen: 'register', register: disputes.id, entry })
  return (
    <Group gap={6} fz="sm">
      <Text size="sm" c="dimmed">
        {disputes.label}：{own.length === 0 ? '没有' : ''}
      </Text>
      {own.map(({ entry }) => (
        <button type="button" key={entry.id.entry} className="source" onClick={() => go(entry.id.entry)}>
          {entryTitle(disputes, entry)}
        </button>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          const entry = newId(store.now())
          startWith(entry, { request: id.entry })
          go(entry)
        }}
      >
        登记一件
      </Button>
    </Group>
  )
}
