import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isTrustedSender, serveDesktop } from '../../../../electron/bridge/ipc.ts'
import type { DesktopMethods } from '../../../../shared/desktop.ts'
import { desktopMethods } from '../../../../shared/desktop-arguments.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown
const handlers = vi.hoisted(() => new Map<string, Handler>())
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}))

const frame = { url: 'app://bundle/index.html' }
const contents = { mainFrame: frame }
const event = { sender: contents, senderFrame: frame }
const called = vi.fn()

const noting = (method: string) => vi.fn((...args: unknown[]) => called(method, ...args))

/** A shell whose every method notes its arguments. */
const methods: DesktopMethods = {
  start: noting('start'),
  dropNotices: noting('dropNotices'),
  setStoreAside: noting('setStoreAside'),
  append: noting('append'),
  stageAction: noting('stageAction'),
  appendStaged: noting('appendStaged'),
  readJournal: noting('readJournal'),
  chooseFiles: noting('chooseFiles'),
  stage: noting('stage'),
  keepReceived: noting('keepReceived'),
  checkReceived: noting('checkReceived'),
  readReceived: noting('readReceived'),
  saveFile: noting('saveFile'),
  renderPdf: noting('renderPdf'),
  printPaper: noting('printPaper'),
  showInFolder: noting('showInFolder'),
  copyText: noting('copyText'),
  logError: noting('logError'),
  reopen: noting('reopen'),
  seal: noting('seal'),
  sealMany: noting('sealMany'),
  unseal: noting('unseal'),
  droppedKeys: noting('droppedKeys'),
  dropKeys: noting('dropKeys'),
  signer: noting('signer'),
  sign: noting('sign'),
  privacy: noting('privacy'),
  makeRecoveryCode: noting('makeRecoveryCode'),
  restoreKeyring: noting('restoreKeyring'),
  giveUpKeys: noting('giveUpKeys'),
}

const call = async (method: string, sender: unknown, ...args: unknown[]) =>
  handlers.get(`desktop:${method}`)?.(sender, ...args)

beforeEach(() => {
  called.mockClear()
  serveDesktop(methods, { window: () => ({ webContents: contents }), log: () => {} })
})

describe('serveDesktop()', () => {
  it('answers every method of the contract', () => {
    expect([...handlers.keys()].sort()).toEqual(desktopMethods.map((method) => `desktop:${method}`).sort())
  })

  it('passes checked arguments on', async () => {
    await call('readJournal', event, 7)
    expect(called).toHaveBeenCalledWith('readJournal', 7)
  })

  it.each([
    ['readJournal', [-1]],
    ['readJournal', ['1']],
    ['readJournal', [1, 2]],
    ['start', [1]],
    ['readReceived', ['../../etc/passwd']],
    ['saveFile', ['x'.repeat(32), { name: '../a', kind: 'ogi' }]],
    ['saveFile', ['x'.repeat(32), { name: 'a', kind: 'exe' }]],
    ['append', [{ action: 'type' }]],
    ['seal', ['{}']],
    ['seal', ['{}', '']],
    ['sealMany', [Array.from({ length: 20_001 }, () => ({ record: 'requests|1', text: '' }))]],
    ['unseal', [[{ record: 'requests|1', sealed: { keyId: '', nonce: 'AAAA', data: 'AAAA' } }]]],
    ['unseal', [[{ sealed: { keyId: 'k', nonce: 'AAAA', data: 'AAAA' } }]]],
  ])('refuses %s with what it does not take: case %#', async (method, args) => {
    await expect(call(method, event, ...args)).rejects.toThrow('not accepted')
    expect(called).not.toHaveBeenCalled()
  })

  it.each([
    ['another window', { sender: { mainFrame: frame }, senderFrame: frame }],
    ['a frame in our window', { sender: contents, senderFrame: { ...frame } }],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
  ])('refuses %s', async (_who, sender) => {
    await expect(call('start', sender)).rejects.toThrow('refused')
    expect(called).not.toHaveBeenCalled()
  })

  it.each(['https://example.com/', 'app://other/', 'about:blank', ''])('refuses our window on %s', async (url) => {
    const elsewhere = { url }
    const ours = { mainFrame: elsewhere }
    const asked = { sender: ours, senderFrame: elsewhere }
    expect(isTrustedSender(asked, ours)).toBe(false)
    expect(isTrustedSender({ ...asked, senderFrame: frame }, null)).toBe(false)
  })
})
