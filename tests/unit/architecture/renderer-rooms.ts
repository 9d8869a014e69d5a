import type { Rooms } from './rooms.ts'

const inStore = (...names: string[]) => names.map((name) => `renderer/store/${name}`)
const inKit = (...names: string[]) => names.map((name) => `renderer/kit/${name}`)

/** What every room of the store may look at: its contract, and how screens watch it. */
const contract = inStore('store.ts', 'store-context.ts', 'use-keyed-live-query.ts', 'observable.ts', 'random-hex.ts')

/** The store's rooms, lowest first. */
const storeRooms: Rooms = {
  'renderer/store/observable.ts': [],
  'renderer/store/new-id.ts': [],
  'renderer/store/random-hex.ts': [],
  'renderer/store/use-keyed-live-query.ts': [],
  'renderer/store/key-openings.ts': inStore('observable.ts'),
  'renderer/store/tables': [],
  'renderer/store/lists': inStore('tables', 'observable.ts'),
  'renderer/store/ahead.ts': inStore('observable.ts'),
  'renderer/store/store.ts': inStore('tables', 'lists', 'ahead.ts', 'observable.ts'),
  'renderer/store/store-context.ts': inStore('store.ts'),
  'renderer/store/stage-bytes.ts': inStore('store.ts'),
  'renderer/store/derived': [...inStore('tables', 'lists'), ...contract],
  'renderer/store/write': [...inStore('tables', 'lists', 'derived', 'ahead.ts'), ...contract],
  'renderer/store/conflicts': [...inStore('tables', 'write'), ...contract],
  'renderer/store/entries': [...inStore('tables', 'lists', 'write'), ...contract],
  'renderer/store/reports': [...inStore('tables', 'derived', 'write', 'ahead.ts'), ...contract],
  'renderer/store/packages': [...inStore('tables', 'derived', 'write', 'random-hex.ts', 'stage-bytes.ts'), ...contract],
  'renderer/store/open': [...inStore('tables', 'lists', 'derived', 'write', 'packages', 'ahead.ts'), ...contract],
}
const store = Object.keys(storeRooms)

/** What features share. It stands on the store, because most of it shows or changes what is stored. */
const kitRooms: Rooms = {
  'renderer/kit/keys': store,
  'renderer/kit/clipboard': store,
  'renderer/kit/session': store,
  'renderer/kit/print': store,
  'renderer/kit/entry-text': store,
  'renderer/kit/links': [...inKit('session'), ...store],
  'renderer/kit/fields': [...inKit('entry-text', 'session', 'keys'), ...store],
  'renderer/kit/findings': [...inKit('session', 'fields'), ...store],
  'renderer/kit/table': [...inKit('clipboard', 'fields'), ...store],
  'renderer/kit/sources': [...inKit('session', 'fields'), ...store],
  'renderer/kit/sealed': [...inKit('keys', 'session', 'entry-text'), ...store],
  'renderer/kit/entry': [...inKit('session', 'entry-text', 'fields', 'sealed'), ...store],
}
const below = [...Object.keys(kitRooms), ...store]

/** A feature looks at the kit and the store, never at another feature. */
const featureRooms: Rooms = Object.fromEntries(
  [
    'charts',
    'conflicts',
    'desk',
    'entry',
    'figures',
    'findings',
    'holidays',
    'home',
    'print',
    'privacy',
    'register-list',
    'request',
    'section',
    'sheets',
    'submit',
    'submitted',
    'supplement',
    'units',
  ].map((name) => [`renderer/features/${name}`, below]),
)

/** The rooms of the window, lowest first; `app/` puts the features together. */
export const rendererRooms: Rooms = {
  ...storeRooms,
  ...kitRooms,
  ...featureRooms,
  'renderer/app': [...Object.keys(featureRooms), ...below],
  'renderer/main.tsx': ['renderer/app'],
  'renderer/vite-env.d.ts': [],
}
