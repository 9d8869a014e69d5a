import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { desktopMethodsOf } from '../../../../electron/bridge/desktop-methods.ts'
import { FileTokens } from '../../../../electron/chosen/file-tokens.ts'
import { LastFolder } from '../../../../electron/chosen/last-folder.ts'
import { openData } from '../../../../electron/data/open-data.ts'
import { randomId, randomToken } from '../../../../electron/data/random.ts'
import { ReceivedFiles } from '../../../../electron/data/received.ts'
import { ownVersions } from '../../../../electron/data/version-file.ts'
import { durableFiles } from '../../../../electron/disk/durable-files.ts'
import { Keyring } from '../../../../electron/keyring/keyring.ts'
import { sealedUnder } from '../../../../electron/keyring/sealed-under.ts'
import { openStore } from '../../../../renderer/store/open/open-store.ts'
import type { FileBytes, Store } from '../../../../renderer/store/store.ts'
import { builtInData } from '../../../../shared/catalogue/built-in.ts'
import type { Desktop } from '../../../../shared/desktop.ts'
import { fail, ok } from '../../../../shared/values/result.ts'
import { testPackages } from '../../../fixtures/test-packages.ts'
import { fakeSecrets } from '../keyring/fake-secrets.ts'

/** The program over a data folder: all of the shell but Electron, and the window's store over IndexedDB as it is. */
export interface FolderProgram {
  readonly store: Store
  readonly desktop: Desktop
  /** A file as the dialog hands it out. */
  open(name: string, bytes: Uint8Array): ReturnType<Desktop['stage']>
  close(): Promise<void>
}

/** Throws where it does not start. `now`: milliseconds. */
export async function startFolder(folder: string, now: () => number): Promise<FolderProgram> {
  const sessionFolder = path.join(folder, 'session')
  plantStoreFiles(sessionFolder)
  const opened = await openData(folder, { own: ownVersions('0.1.0', '156.0'), now, randomId, sessionFolder })
  if (!opened.ok) throw new Error(opened.problem.code)
  const { journal, notices, store: storeFolder, device, lock } = opened.value
  const tokens = new FileTokens(randomToken)
  const log = () => {}
  const methods = desktopMethodsOf({
    window: () => {
      throw new Error('there is no window')
    },
    journal,
    notices,
    store: storeFolder,
    tokens,
    received: new ReceivedFiles(path.join(folder, 'received')),
    keyring: new Keyring({
      folder,
      journalFolder: path.join(folder, 'journal'),
      sealedUnder: () => sealedUnder(journal.readAfter(0)),
      files: durableFiles,
      secrets: fakeSecrets('clerk'),
      random: randomBytes,
      now,
      log,
    }),
    lastFolder: new LastFolder(folder, folder, log),
    log,
    now,
    clock: { look: async () => {} },
    place: { appVersion: '0.1.0', dataFolder: folder, device },
  })
  const desktop: Desktop = { ...methods, onOpenFiles: () => () => {}, onCommand: () => () => {} }
  const bytes = tokenBytes(tokens)
  const store = await openStore({ desktop, bytes, packages: testPackages(bytes), catalogue: builtInData, now })
  if (!store.ok) throw new Error(`${store.problem.code} ${store.problem.detail}`)
  return {
    store: store.value,
    desktop,
    open: async (name, content) => tokens.add({ kind: 'made', name, bytes: content }),
    close: async () => {
      store.value.database.close()
      await journal.close()
      await lock.release()
    },
  }
}

/** Files as Chromium keeps a store in: what the shell looks at before any window, and copies. */
function plantStoreFiles(sessionFolder: string): void {
  const database = path.join(sessionFolder, 'IndexedDB', 'app_bundle_0.indexeddb.leveldb')
  mkdirSync(database, { recursive: true })
  for (const [name, text] of [
    ['CURRENT', 'MANIFEST-000001\n'],
    ['MANIFEST-000001', 'm'],
    ['000003.log', 'rows'],
  ] as const)
    writeFileSync(path.join(database, name), text)
}

function tokenBytes(tokens: FileTokens): FileBytes {
  return {
    async read(token) {
      const held = tokens.find(token)
      if (held?.kind !== 'stream') {
        const read = await tokens.read(token)
        return read.ok ? ok(read.value.bytes) : read
      }
      const pieces: Uint8Array[] = []
      for await (const piece of held.open()) pieces.push(piece)
      return ok(new Uint8Array(Buffer.concat(pieces)))
    },
    async write(token, content) {
      return tokens.fill(token, content) ? ok(null) : fail({ code: 'io', detail: 'not staged' })
    },
  }
}
