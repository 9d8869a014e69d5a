import { Text } from '@mantine/core'
import { type EntryId, entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import { whoWrote } from '../../../shared/model/entry/who-wrote.ts'
import { writtenByText } from '../../../shared/wording/written-by.ts'
import { useSession } from '../../kit/session/session.ts'
import { useGroups } from '../../store/reports/use-records.ts'

/** Who entered an entry and who changed it last, and when; 代填 where it was the office above. */
export function WrittenBy({ id }: { id: EntryId }) {
  const { units } = useSession()
  const groups = useGroups('entry', entryRecordId(id))
  const wrote = groups === undefined ? null : whoWrote(groups)
  if (wrote === null) return null
  const nameOf = (code: string): string | null => units.find((unit) => unit.code === code)?.profile.name ?? null
  return (
    <Text size="xs" c="dimmed" role="note" aria-label="登记人">
      {writtenByText(wrote, nameOf)}
    </Text>
  )
}
