import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow, dialog, Menu, protocol, session } from 'electron'
import { type StartError, startErrorMessage } from '../shared/wording/start-error.ts'
import { desktopMethodsOf } from './bridge/desktop-methods.ts'
import { serveDesktop } from './bridge/ipc.ts'
import { windowMessages } from './bridge/window-messages.ts'
import { FileTokens } from './chosen/file-tokens.ts'
import { filesFromArguments } from './chosen/find-files.ts'
import { LastFolder } from './chosen/last-folder.ts'
import { openAll } from './chosen/open-files.ts'
import { dataFolder, prepareDataFolder } from './data/data-folder.ts'
import type { FolderLock } from './data/folder-lock.ts'
import { openData } from './data/open-data.ts'
import { randomId, randomNonce, randomToken } from './data/random.ts'
import { ReceivedFiles } from './data/received.ts'
import { ownVersions } from './data/version-file.ts'
import { durableFiles } from './disk/durable-files.ts'
import { closeToOthers } from './disk/own-files.ts'
import { APP_ID, SCHEME } from './identity.ts'
import { ClockWatch } from './journal/clock-watch.ts'
import type { Journal } from './journal/journal.ts'
import { Keyring } from './keyring/keyring.ts'
import { removeTemporaryFiles } from './keyring/keyring-copies.ts'
import { safeStorageSecrets } from './keyring/safe-storage.ts'
import { sealedUnder } from './keyring/sealed-under.ts'
import { createLog } from './log.ts'
import { answerApp, appScheme } from './pages/protocol.ts'
import { menuTemplate } from './window/menu.ts'
import { restrictSession } from './window/permissions.ts'
import { guardWebContents } from './window/web-contents-guards.ts'
import { bringToFront, loadMainWindow, openMainWindow } from './window/window.ts'

const { platform, env, argv } = process
const folder = dataFolder({ platform, env, argv, home: homedir() })
const prepared = prepareDataFolder(folder)
// Without our own folder nothing may land in the default one, which roams.
app.setPath('userData', prepared.ok ? folder : path.join(app.getPath('temp'), APP_ID))
app.setAppUserModelId(APP_ID)
protocol.registerSchemesAsPrivileged([appScheme])

let window: BrowserWindow | null = null

if (!prepared.ok) {
  const { problem } = prepared
  app.whenReady().then(() => refuseToStart({ code: 'folder-not-writable', folder, problem }))
} else if (!app.requestSingleInstanceLock()) {
  // The window that is already open comes to the front and takes the files.
  app.exit(0)
} else {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      refuseToStart({ code: 'unexpected', detail })
    })
}

/** Asked anew each time, so that a test can set the clock of a running program. */
const now = (): number => Date.now()

async function start(): Promise<void> {
  const own = ownVersions(app.getVersion(), process.versions.chrome ?? '')
  const log = createLog(path.join(folder, 'logs'), now)
  const tokens = new FileTokens(randomToken)
  const lastFolder = new LastFolder(folder, app.getPath('documents'), log)
  const messages = windowMessages()
  const openFromArguments = async (args: readonly string[], workingFolder: string) =>
    messages.openFiles(await openAll(filesFromArguments(args, workingFolder), { tokens, lastFolder, log }))
  app.on('second-instance', (_event, args, workingFolder) => {
    if (window !== null) bringToFront(window)
    messages.command('started-again')
    void openFromArguments(args, workingFolder)
  })

  const opened = await openData(folder, { own, now, randomId, sessionFolder: app.getPath('sessionData') })
  if (!opened.ok) return refuseToStart(opened.problem)
  const { journal, notices, store, device, lock } = opened.value
  void closeToOthers(folder, ['journal', 'received', 'aside', 'logs']).catch(() => log('rights-not-mended'))
  const journalFolder = path.join(folder, 'journal')
  await removeTemporaryFiles([folder, journalFolder], durableFiles).catch(() => log('temporary-files-left'))

  restrictSession(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => guardWebContents(contents))
  const windowRoot = path.join(import.meta.dirname, '../renderer')
  protocol.handle(SCHEME, answerApp({ root: windowRoot, tokens, nonce: randomNonce }))

  const ourWindow = () => {
    if (window === null) throw new Error('the window is not open')
    return window
  }
  const place = { appVersion: own.app, dataFolder: folder, device }
  const received = new ReceivedFiles(path.join(folder, 'received'))
  const keyring = new Keyring({
    folder,
    journalFolder,
    sealedUnder: () => sealedUnder(journal.readAfter(0)),
    files: durableFiles,
    secrets: safeStorageSecrets(platform),
    random: randomBytes,
    now,
    log,
  })
  const clock = new ClockWatch({
    now,
    elapsed: () => performance.now(),
    notices,
    whenSaid: () => messages.command('notices'),
  })
  const tools = {
    window: ourWindow,
    journal,
    clock,
    notices,
    store,
    tokens,
    received,
    keyring,
    lastFolder,
    log,
    now,
    place,
  }
  serveDesktop(desktopMethodsOf(tools), { window: () => window, log })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(messages.command)))

  quitWhenWritten(journal, lock)

  const preloadFolder = path.join(import.meta.dirname, '../preload')
  window = await openMainWindow({ dataFolder: folder, preloadFolder, isPackaged: app.isPackaged, journal, log })
  window.on('closed', () => {
    window = null
  })
  messages.attach(window)
  await openFromArguments(argv, process.cwd())
  log('started', { version: own.app, chromium: own.chromium, frames: journal.head.seq })
  await loadMainWindow(window)
}

function quitWhenWritten(journal: Journal, lock: FolderLock): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    journal
      .close()
      .then(() => lock.release())
      .finally(() => {
        isClosed = true
        app.quit()
      })
  })
}

function refuseToStart(error: StartError): void {
  const { title, text } = startErrorMessage(error)
  dialog.showErrorBox(title, text)
  app.exit(1)
}
