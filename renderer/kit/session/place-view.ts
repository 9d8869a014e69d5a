import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { Place } from '../../../shared/model/report/place.ts'
import type { Layer } from '../../../shared/model/report/report.ts'
import type { View } from './view.ts'

/** The screen on which a place of the report is worked on; null for the report as a whole, which has none of its own. */
export function viewOfPlace(form: Form, layer: Layer, place: Place): View | null {
  switch (place.kind) {
    case 'report':
      return null
    case 'cell': {
      const table = form.cells.get(place.cell)?.table
      return table === undefined ? null : { screen: 'section', section: table, layer, focus: place.cell }
    }
    case 'table':
      return { screen: 'section', section: place.table, layer }
    case 'section':
      return place.section === 'preface' ? { screen: 'opening' } : { screen: 'section', section: place.section, layer }
    case 'supplement':
      return { screen: 'supplement', figure: place.figure }
    case 'entry':
      return { screen: 'register', register: place.register, entry: place.entry }
  }
}
