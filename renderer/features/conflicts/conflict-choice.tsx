import { Button, Group, Text } from '@mantine/core'
import { type Catalogue, registerById } from '../../../shared/catalogue/catalogue.ts'
import { readEntry } from '../../../shared/model/entry/entry-record.ts'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import { conflictPlace, conflictValue, conflictWords, conflictWriter } from '../../../shared/wording/conflict.ts'
import { entryTitle } from '../../kit/entry-text/entry-title.ts'
import { useSession } from '../../kit/session/session.ts'
import { type StandingConflict, unitOfConflict } from '../../store/conflicts/read-conflicts.ts'
import { settleConflict } from '../../store/conflicts/settle-conflict.ts'
import { useStore } from '../../store/store-context.ts'

/** A place in which different values stand, with who wrote each of them, and one button a value. */
export function ConflictChoice({ conflict }: { conflict: StandingConflict }) {
  const store = useStore()
  const { unit, units, year } = useSession()
  const code = unitOfConflict(conflict)
  const elsewhere = units.find((one) => one.code === code && one.code !== unit.code)
  const place = `${elsewhere === undefined ? '' : `${elsewhere.profile.name}：`}${conflictPlace(store.catalogue, conflict, titleOf(store.catalogue, conflict))}`
  return (
    <section aria-label={place}>
      <Text fw={600}>{place}</Text>
      {conflict.values.map((one) => (
        <Group key={canonicalJson(one.value)} justify="space-between" wrap="nowrap" py={2}>
          <Text size="sm">
            {conflictValue(one.value)}（{conflictWriter(one, store.start.device)}）
          </Text>
          <Button
            size="xs"
            variant="default"
            flex="none"
            onClick={() => void settleConflict(store, conflict, one.value, { unit: unit.code, year })}
          >
            {conflictWords.choose}
          </Button>
        </Group>
      ))}
    </section>
  )
}

function titleOf({ registers }: Catalogue, { entity, record, groups }: StandingConflict): string {
  const entry = entity === 'entry' ? readEntry(record, groups) : null
  const register = entry === null ? null : registerById(registers, entry.id.register)
  return entry === null || register === null ? '' : entryTitle(register, entry)
}
