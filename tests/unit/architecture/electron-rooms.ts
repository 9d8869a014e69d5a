import type { Rooms } from './rooms.ts'

const disk = 'electron/disk'
const journal = 'electron/journal'
const keyring = 'electron/keyring'
const data = 'electron/data'
const chosen = 'electron/chosen'
const window = 'electron/window'
const log = 'electron/log.ts'
const identity = 'electron/identity.ts'

/** The rooms of the shell, lowest first; what starts, at the end, puts them together. */
export const electronRooms: Rooms = {
  [identity]: [],
  [disk]: [],
  [log]: [disk],
  [journal]: [disk],
  [keyring]: [disk, log],
  [data]: [disk, journal, identity],
  [chosen]: [disk, data, log],
  'electron/pages': [disk, chosen, identity],
  [window]: [disk, journal, chosen, identity, log],
  'electron/bridge': [disk, journal, keyring, data, chosen, window, identity, log],
  'electron/cli': [disk],
  'electron/cli.ts': ['electron/cli'],
  'electron/preload.ts': ['electron/bridge'],
  'electron/main.ts': [
    disk,
    journal,
    keyring,
    data,
    chosen,
    'electron/pages',
    window,
    'electron/bridge',
    identity,
    log,
  ],
}
