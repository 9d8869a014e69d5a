import type { Rooms } from './wrong-arrows.ts'

/** What the whole store shares: its contract, and how screens watch it. */
const storeContract = ['store', 'store-context', 'observable', 'use-keyed-live-query', 'new-id'].map(
  (name) => `renderer/store/${name}.ts`,
)

const store: Rooms = {
  'renderer/store': [
    'renderer/store/tables/database.ts',
    'renderer/store/lists/entry-memory.ts',
    'renderer/store/write/ahead.ts',
    'shared',
  ],
  'renderer/store/tables': ['shared'],
  'renderer/store/lists': ['renderer/store/tables', ...storeContract, 'shared'],
  'renderer/store/derived': ['renderer/store/tables', 'renderer/store/lists', ...storeContract, 'shared'],
  'renderer/store/write': [
    'renderer/store/tables',
    'renderer/store/lists',
    'renderer/store/derived',
    ...storeContract,
    'shared',
  ],
  'renderer/store/entries': [
    'renderer/store/tables',
    'renderer/store/lists',
    'renderer/store/write',
    ...storeContract,
    'shared',
  ],
  'renderer/store/reports': [
    'renderer/store/tables',
    'renderer/store/derived',
    'renderer/store/write',
    ...storeContract,
    'shared',
  ],
  'renderer/store/packages': [
    'renderer/store/tables',
    'renderer/store/derived',
    'renderer/store/write',
    ...storeContract,
    'shared',
  ],
  'renderer/store/open': [
    'renderer/store/tables',
    'renderer/store/lists',
    'renderer/store/write',
    'renderer/store/packages',
    ...storeContract,
    'shared',
  ],
}

/** The kit stands on the store: most of what screens share shows or changes what is stored. */
const below = ['renderer/store', 'shared']
const kit: Rooms = {
  'renderer/kit/keys': below,
  'renderer/kit/clipboard': below,
  'renderer/kit/session': below,
  'renderer/kit/print': below,
  'renderer/kit/links': ['renderer/kit/session', ...below],
  'renderer/kit/findings': ['renderer/kit/session', ...below],
  'renderer/kit/table': ['renderer/kit/clipboard', ...below],
  'renderer/kit/entry-text': below,
  'renderer/kit/fields': ['renderer/kit/entry-text', ...below],
  'renderer/kit/sealed': ['renderer/kit/keys', 'renderer/kit/session', 'renderer/kit/entry-text', ...below],
  'renderer/kit/entry': [
    'renderer/kit/session',
    'renderer/kit/entry-text',
    'renderer/kit/fields',
    'renderer/kit/sealed',
    ...below,
  ],
  'renderer/kit/sources': ['renderer/kit/session', 'renderer/kit/fields', ...below],
}

const shell: Rooms = {
  // What starts: each puts the rooms together.
  'electron/main.ts': null,
  'electron/preload.ts': null,
  'electron/cli.ts': null,
  'electron/log.ts': [],
  'electron/identity.ts': [],
  'electron/disk': ['shared'],
  'electron/journal': ['electron/disk', 'shared'],
  'electron/keyring': ['electron/disk', 'electron/log.ts', 'shared'],
  'electron/data': ['electron/disk', 'electron/journal', 'electron/identity.ts', 'shared'],
  'electron/chosen': ['electron/disk', 'electron/data', 'electron/log.ts', 'shared'],
  'electron/pages': ['electron/disk', 'electron/chosen', 'electron/identity.ts', 'shared'],
  'electron/window': [
    'electron/disk',
    'electron/journal',
    'electron/chosen',
    'electron/identity.ts',
    'electron/log.ts',
    'shared',
  ],
  'electron/bridge': [
    'electron/disk',
    'electron/journal',
    'electron/keyring',
    'electron/data',
    'electron/chosen',
    'electron/window',
    'electron/identity.ts',
    'electron/log.ts',
    'shared',
  ],
  'electron/cli': ['electron/disk', 'shared'],
}

/** Who may import what of ours. What each room is for: docs/architecture.md. */
export const rooms: Rooms = {
  ...shell,
  ...store,
  ...kit,
  'renderer/features/*': ['renderer/kit', 'renderer/store', 'shared'],
  // The window puts the features together.
  'renderer/app': null,
  'renderer/main.tsx': null,
  'renderer/vite-env.d.ts': null,
  shared: ['shared'],
}
