import { expect, it, vi } from 'vitest'
import { desktopMethods } from '../../../shared/desktop-arguments.ts'

const world = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (...args: unknown[]) => unknown>>(),
  listeners: new Map<string, (event: unknown, value: unknown) => void>(),
  invoked: [] as unknown[][],
}))
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => world.exposed.set(name, api),
  },
  ipcRenderer: {
    on: (channel: string, listener: (event: unknown, value: unknown) => void) => world.listeners.set(channel, listener),
    invoke: async (...args: unknown[]) => world.invoked.push(args),
  },
}))

it('exposes the contract and nothing else', async () => {
  await import('../../../electron/preload.ts')
  expect([...world.exposed.keys()]).toEqual(['desktop'])
  const desktop = world.exposed.get('desktop') ?? {}
  expect(Object.keys(desktop).sort()).toEqual([...desktopMethods, 'onCommand', 'onOpenFiles'].sort())

  await desktop.readJournal?.(3)
  expect(world.invoked).toEqual([['desktop:readJournal', 3]])

  world.listeners.get('desktop:open-files')?.({}, ['early'])
  const heard: unknown[] = []
  desktop.onOpenFiles?.((files: unknown) => heard.push(files))
  world.listeners.get('desktop:open-files')?.({}, ['late'])
  expect(heard).toEqual([['early'], ['late']])
})
