/** An error as Node's file calls throw it. */
export function systemError(code: string, syscall = 'write'): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall })
}
