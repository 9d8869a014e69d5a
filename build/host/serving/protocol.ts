export type ProtocolHandler = (request: Request) => Response | Promise<Response>

interface CustomScheme {
  scheme: string
}

const registered = new Set<string>()
const handlers = new Map<string, ProtocolHandler>()

/** Electron's `protocol`; the privileges are those of the page's http origin, a secure context with fetch. */
export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    for (const { scheme } of schemes) registered.add(scheme)
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    registered.add(scheme)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme)
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme)
  },
}

export function isOwnScheme(scheme: string): boolean {
  return registered.has(scheme)
}

export function handlerOf(scheme: string): ProtocolHandler | undefined {
  return handlers.get(scheme)
}
