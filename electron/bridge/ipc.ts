import { ipcMain } from 'electron'
import type { DesktopMethods } from '../../shared/desktop.ts'
import { desktopArguments, desktopMethods } from '../../shared/desktop-arguments.ts'
import type { z } from '../../shared/values/parse.ts'
import { isOwnAddress } from '../identity.ts'
import type { Log } from '../log.ts'
import { methodChannel } from './channels.ts'

type Schemas = { readonly [M in keyof DesktopMethods]: z.ZodType<Parameters<DesktopMethods[M]>> }
type Calls = {
  readonly [M in keyof DesktopMethods]: (...args: Parameters<DesktopMethods[M]>) => ReturnType<DesktopMethods[M]>
}

/** What of Electron's event and window the check looks at. */
export interface Sender {
  readonly sender: object
  readonly senderFrame: { readonly url: string } | null
}

export interface PageOwner {
  readonly mainFrame: object
}

export interface ServeTools {
  /** The one window that may call; null before it is open. */
  readonly window: () => { readonly webContents: PageOwner } | null
  readonly log: Log
}

/** Answers the window's calls. The only place that listens to it. */
export function serveDesktop(methods: DesktopMethods, tools: ServeTools): void {
  for (const method of desktopMethods) handle(method, methods, tools)
}

function handle<M extends keyof DesktopMethods>(method: M, methods: DesktopMethods, { window, log }: ServeTools): void {
  const schemas: Schemas = desktopArguments
  const calls: Calls = methods
  ipcMain.handle(methodChannel(method), (event, ...args) => {
    if (!isTrustedSender(event, window()?.webContents ?? null)) {
      log('call-refused', { method, reason: 'sender' })
      throw new Error(`${method}: refused`)
    }
    const accepted = acceptArguments<Parameters<DesktopMethods[M]>>(schemas[method], args)
    if (accepted === null) {
      log('call-refused', { method, reason: 'arguments' })
      throw new Error(`${method}: arguments not accepted`)
    }
    return calls[method](...accepted)
  })
}

function acceptArguments<A>(schema: z.ZodType<A>, args: readonly unknown[]): A | null {
  return schema.safeParse(args).data ?? null
}

/** Our window's own page: not a frame in it, not another window, not a page from elsewhere. */
export function isTrustedSender({ sender, senderFrame }: Sender, ours: PageOwner | null): boolean {
  return (
    ours !== null &&
    sender === ours &&
    senderFrame !== null &&
    senderFrame === ours.mainFrame &&
    isOwnAddress(senderFrame.url)
  )
}
