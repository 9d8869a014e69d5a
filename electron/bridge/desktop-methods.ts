import path from 'node:path'
import { type BrowserWindow, clipboard, shell } from 'electron'
import { beijingDate } from '../../shared/calendar/chinese-date.ts'
import type { DesktopMethods, KeyringProblem, StartInfo } from '../../shared/desktop.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { FileTokens } from '../chosen/file-tokens.ts'
import type { LastFolder } from '../chosen/last-folder.ts'
import { chooseFiles, openAll } from '../chosen/open-files.ts'
import { saveFile } from '../chosen/save-file.ts'
import type { ReceivedFiles } from '../data/received.ts'
import type { StoreFolder } from '../data/store-folder.ts'
import { asideName } from '../disk/aside-name.ts'
import type { Notices } from '../disk/notices.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import type { ClockWatch } from '../journal/clock-watch.ts'
import type { Journal } from '../journal/journal.ts'
import type { Keyring } from '../keyring/keyring.ts'
import type { Log } from '../log.ts'
import { printPaper, renderPdf } from '../window/print.ts'
import { StagedActions } from './staged-action.ts'

export interface DesktopTools {
  readonly window: () => BrowserWindow
  readonly journal: Journal
  readonly notices: Notices
  readonly store: StoreFolder
  readonly tokens: FileTokens
  readonly received: ReceivedFiles
  readonly keyring: Keyring
  readonly clock: Pick<ClockWatch, 'look'>
  readonly lastFolder: LastFolder
  readonly log: Log
  readonly now: () => number
  readonly place: Pick<StartInfo, 'appVersion' | 'dataFolder' | 'device'>
}

/** The contract with the window, put together from the shell's parts. */
export function desktopMethodsOf(tools: DesktopTools): DesktopMethods {
  const { journal, notices, store, tokens, received, keyring, lastFolder, log } = tools
  const savedFiles = new Set<string>()
  const staged = new StagedActions(tokens, journal)
  return {
    start: async () => ({
      ...tools.place,
      run: journal.run,
      journalId: journal.id,
      isNewJournal: journal.isNew,
      head: journal.head,
      notices: [...notices.list, ...journal.notices.map((notice) => ({ key: notice.code, notice }))],
      today: beijingDate(tools.now()),
    }),
    dropNotices: async (keys) => {
      try {
        await notices.drop(keys)
        return ok(null)
      } catch (error) {
        return fail(toStorageProblem(error))
      }
    },
    setStoreAside: async (how, why) => {
      const aside = await (how === 'move' ? store.moveAside() : store.copyAside(why ?? 'unreadable'))
      log('store-aside', {
        how,
        why: typeof why === 'object' ? 'differs' : (why ?? 'unreadable'),
        ...(aside.ok ? {} : aside.problem),
      })
      return aside
    },
    append: async (draft) => {
      const appended = await journal.append(draft)
      if (!appended.ok) log('append-failed', { ...appended.problem })
      void tools.clock.look()
      return appended
    },
    stageAction: (after) => staged.stage(after),
    appendStaged: async (token) => {
      const appended = await staged.append(token)
      if (!appended.ok) log('append-failed', { ...appended.problem })
      return appended
    },
    readJournal: async (after) =>
      ok(tokens.add({ kind: 'stream', name: 'journal.ndjson', open: () => journal.readAfter(after) })),
    chooseFiles: (what) => chooseFiles(tools.window(), what, { tokens, lastFolder, log }),
    stage: async (name) => tokens.add({ kind: 'staged', name, bytes: null }),
    keepReceived: async (all) => {
      const kept: string[] = []
      for (const token of all) {
        const read = await tokens.read(token)
        const one = read.ok ? await received.keep(read.value.bytes) : read
        if (!one.ok) return one
        kept.push(one.value)
      }
      return ok(kept)
    },
    checkReceived: async (known) => {
      const aside = path.join(tools.place.dataFolder, 'aside', `${asideName(tools.now())}-received`)
      const checked = await received.check(known, aside)
      if (!checked.ok) return checked
      const { missing, unlisted, savedAs } = checked.value
      log('received-checked', { missing: missing.length, unlisted: unlisted.length, damaged: savedAs !== null })
      const files = unlisted.map((sha256) => ({ path: received.fileOf(sha256), name: `${sha256}.ogi` }))
      return ok({ missing, unlisted: await openAll(files, { tokens, lastFolder, log }), savedAs })
    },
    readReceived: async (sha256) => {
      const read = await received.read(sha256)
      return read.ok ? ok(tokens.add({ kind: 'made', name: `${sha256}.ogi`, bytes: read.value })) : read
    },
    saveFile: async (token, suggestion) => {
      const read = await tokens.read(token)
      if (!read.ok) return read
      const saved = await saveFile(tools.window(), read.value.bytes, suggestion, lastFolder)
      if (!saved.ok) log('save-failed', { ...saved.problem })
      else if (saved.value !== null) savedFiles.add(saved.value.path)
      return saved
    },
    renderPdf: (html) => renderPdf(html, tokens),
    printPaper: (html) => printPaper(html, tokens),
    showInFolder: async (file) => {
      // The window has no business elsewhere on the disk.
      if (savedFiles.has(file) || isInside(tools.place.dataFolder, file)) shell.showItemInFolder(file)
      else log('show-refused')
    },
    copyText: async (text) => clipboard.writeText(text),
    reopen: async () => tools.window().reload(),
    logError: async ({ name, at }) => log('window-error', { name, at: at.join(', ') }),
    ...keyringMethods(keyring, log),
  }
}

type KeyringMethod =
  | 'seal'
  | 'sealMany'
  | 'unseal'
  | 'droppedKeys'
  | 'dropKeys'
  | 'signer'
  | 'sign'
  | 'privacy'
  | 'makeRecoveryCode'
  | 'restoreKeyring'
  | 'giveUpKeys'

/** The log hears what went wrong, by its code alone. */
function keyringMethods(keyring: Keyring, log: Log): Pick<DesktopMethods, KeyringMethod> {
  const noted = async <T>(result: Promise<Result<T, KeyringProblem>>): Promise<Result<T, KeyringProblem>> => {
    const settled = await result
    if (!settled.ok) log('keyring-refused', { code: settled.problem.code })
    return settled
  }
  return {
    seal: (text, record, keyId) => noted(keyring.seal(text, record, keyId)),
    sealMany: (texts) => noted(keyring.sealMany(texts)),
    unseal: (sealed) => noted(keyring.unseal(sealed)),
    droppedKeys: (keyIds) => noted(keyring.droppedKeys(keyIds)),
    dropKeys: (keyIds) => noted(keyring.dropKeys(keyIds)),
    signer: (unit) => noted(keyring.signer(unit)),
    sign: (unit, message) => noted(keyring.sign(unit, message)),
    privacy: () => keyring.privacy(),
    makeRecoveryCode: () => noted(keyring.makeRecoveryCode()),
    restoreKeyring: (code) => noted(keyring.restore(code)),
    giveUpKeys: () => noted(keyring.giveUp()),
  }
}

function isInside(folder: string, file: string): boolean {
  return path.resolve(file).startsWith(path.resolve(folder) + path.sep)
}
