import { Stack, Text } from '@mantine/core'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { Layer } from '../../../shared/model/report/report.ts'
import type { SubmittedChange, SubmittedChanges } from '../../../shared/steps/check/submitted-changes.ts'
import { changedSections, shownChanges, submittedChangeText } from '../../../shared/wording/submitted-change.ts'
import { useSession } from '../../kit/session/session.ts'
import type { View } from '../../kit/session/view.ts'

/** Every changed figure with both numbers, each a way to its place in that year's report. */
export function ChangedList(props: { form: Form; year: number; layer: Layer; changes: SubmittedChanges }) {
  const { form, year, layer, changes } = props
  const session = useSession()
  const placeOf = ({ key }: SubmittedChange): View => {
    const cellKey = form.key(key)
    const cell = cellKey === null ? undefined : form.cells.get(cellKey)
    return cell === undefined
      ? { screen: 'supplement', figure: key }
      : { screen: 'section', section: cell.table, layer, focus: cell.key }
  }
  return (
    <Stack gap={2} mt={6} component="ul" className="timeline">
      {shownChanges(changes).map((change) => (
        <li key={change.key}>
          <button
            type="button"
            className="link"
            onClick={() => session.goTo({ unit: session.unit.code, year }, placeOf(change))}
          >
            {submittedChangeText(form, layer, change)}
          </button>
        </li>
      ))}
      {changes.following.size > 0 && (
        <Text component="li" size="sm" c="dimmed">
          相关总计同时变动。
        </Text>
      )}
      {changes.texts.length > 0 && (
        <Text component="li" size="sm" c="dimmed">
          文字也改过：{changedSections(form, changes)}
        </Text>
      )}
    </Stack>
  )
}
