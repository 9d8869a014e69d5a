import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop, DesktopMethods, OpenedFile, WindowCommand } from '../shared/desktop.ts'
import { commandChannel, methodChannel, openFilesChannel } from './bridge/channels.ts'
import { earlyEvents } from './bridge/early-events.ts'

// Types only from shared/desktop.ts: its schemas would pull a parser into this file, and main checks the arguments anyway.
function call<M extends keyof DesktopMethods>(method: M): DesktopMethods[M] {
  return (...args: unknown[]) => ipcRenderer.invoke(methodChannel(method), ...args)
}

function events<T>(channel: string): (listener: (value: T) => void) => () => void {
  const early = earlyEvents<T>()
  ipcRenderer.on(channel, (_event, value: T) => early.emit(value))
  return (listener) => early.listen(listener)
}

const desktop = {
  start: call('start'),
  dropNotices: call('dropNotices'),
  setStoreAside: call('setStoreAside'),
  append: call('append'),
  stageAction: call('stageAction'),
  appendStaged: call('appendStaged'),
  readJournal: call('readJournal'),
  chooseFiles: call('chooseFiles'),
  stage: call('stage'),
  keepReceived: call('keepReceived'),
  checkReceived: call('checkReceived'),
  readReceived: call('readReceived'),
  saveFile: call('saveFile'),
  renderPdf: call('renderPdf'),
  printPaper: call('printPaper'),
  showInFolder: call('showInFolder'),
  copyText: call('copyText'),
  logError: call('logError'),
  reopen: call('reopen'),
  seal: call('seal'),
  sealMany: call('sealMany'),
  unseal: call('unseal'),
  droppedKeys: call('droppedKeys'),
  dropKeys: call('dropKeys'),
  signer: call('signer'),
  sign: call('sign'),
  privacy: call('privacy'),
  makeRecoveryCode: call('makeRecoveryCode'),
  restoreKeyring: call('restoreKeyring'),
  giveUpKeys: call('giveUpKeys'),
  onOpenFiles: events<readonly OpenedFile[]>(openFilesChannel),
  onCommand: events<WindowCommand>(commandChannel),
} satisfies Desktop

contextBridge.exposeInMainWorld('desktop', desktop)
