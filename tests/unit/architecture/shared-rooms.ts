import type { Rooms } from './rooms.ts'

const values = ['shared/values']
const calendar = [...values, 'shared/calendar']
const catalogue = [...calendar, 'shared/catalogue']
const model = [...catalogue, 'shared/record', 'shared/model']

/** What a step may import beside the nouns and what they stand on: other steps, whose outcome it goes on from. */
const step = (...others: string[]): readonly string[] => [...model, ...others.map((name) => `shared/steps/${name}`)]

const steps: Rooms = {
  'shared/steps/aggregate': step(),
  'shared/steps/check': step('aggregate'),
  'shared/steps/clock': step(),
  'shared/steps/derive': step('clock'),
  // A workbook of ours comes back edited: what its cells show is read as an office's sheet is.
  'shared/steps/documents': step('sheets'),
  'shared/steps/letters': step('clock', 'documents'),
  'shared/steps/package': step(),
  'shared/steps/sheets': step(),
}

const journal = ['shared/journal']
const actions = [...model, ...journal, ...Object.keys(steps), 'shared/actions']

/** The floors of `shared/`, lowest first. */
export const sharedRooms: Rooms = {
  'shared/values': [],
  'shared/calendar': values,
  'shared/record': values,
  'shared/catalogue': calendar,
  'shared/model': [...catalogue, 'shared/record'],
  // Machinery: it knows no noun and no step, and they don't know it.
  'shared/journal': [...values, 'shared/record'],
  ...steps,
  // What the window and the shell say to each other.
  'shared/desktop.ts': [...model, ...journal, 'shared/start-notice.ts'],
  'shared/desktop-arguments.ts': [...model, ...journal, 'shared/desktop.ts', 'shared/start-notice.ts'],
  'shared/start-notice.ts': [...model, ...journal],
  'shared/actions': [...model, ...journal, ...Object.keys(steps)],
  'shared/wording': [...actions, 'shared/desktop.ts', 'shared/start-notice.ts'],
  'shared/sample': actions,
}
