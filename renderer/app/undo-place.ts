import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Frame } from '../../shared/journal/frame.ts'
import { entryIdOf } from '../../shared/model/entry/entry-record.ts'
import type { Layer } from '../../shared/model/report/report.ts'
import { TICKED } from '../../shared/model/unit/unit-holidays.ts'
import type { View } from '../kit/session/view.ts'

/** The screen on which an action's effect is seen; null where it is on no screen of its own. */
export function placeOf(frame: Frame, form: Form): View | null {
  const change = frame.changes.find(({ entity }) => entity === 'report')
  if (change === undefined) return placeOfEntry(frame) ?? placeOfHolidays(frame)
  const layer: Layer = change.record.endsWith('|total') ? 'total' : 'own'
  const colon = change.group.indexOf(':')
  const kind = colon < 0 ? change.group : change.group.slice(0, colon)
  const name = colon < 0 ? '' : change.group.slice(colon + 1)
  switch (kind) {
    case 'cell':
    case 'remark':
    case 'override':
    case 'adjust': {
      const key = form.key(name)
      const cell = key === null ? undefined : form.cells.get(key)
      if (cell === undefined && kind === 'override') return { screen: 'supplement', figure: name }
      return cell === undefined ? null : { screen: 'section', section: cell.table, layer, focus: cell.key }
    }
    case 'supplement':
      return { screen: 'supplement', figure: name }
    case 'statement':
    case 'note':
      return { screen: 'section', section: name, layer }
    case 'narrative':
      return name === 'preface' ? { screen: 'opening' } : { screen: 'section', section: name, layer }
    case 'title':
    case 'blank':
    case 'signOff':
      return { screen: 'opening' }
    default:
      return null
  }
}

function placeOfHolidays({ changes }: Frame): View | null {
  const ticked = changes.find(({ entity, group }) => entity === 'unit' && group.startsWith(TICKED))
  return ticked === undefined ? null : { screen: 'holidays', year: Number(ticked.group.slice(TICKED.length)) }
}

/** An entry's own screen; its list where the entry as a whole came or went, or where several did. */
function placeOfEntry(frame: Frame): View | null {
  const records = [...new Set(frame.changes.filter(({ entity }) => entity === 'entry').map(({ record }) => record))]
  const [first] = records
  if (first === undefined) return null
  const { register, entry } = entryIdOf(first)
  const isWhole =
    records.length > 1 ||
    ['add-entry', 'import-entries', 'bin-entry', 'restore-entry', 'erase-entries'].includes(frame.action)
  return isWhole ? { screen: 'register', register, at: entry } : { screen: 'register', register, entry }
}
