import type { StorageProblem } from '../../shared/desktop.ts'

const codes: Readonly<Record<string, StorageProblem['code']>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EISDIR: 'read-only',
  EBUSY: 'file-busy',
  ETXTBSY: 'file-busy',
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EFBIG: 'file-too-large',
}

/** What the system's error means for the clerk. The detail names no path: it may hold a person's name. */
export function toStorageProblem(error: unknown, platform: NodeJS.Platform = process.platform): StorageProblem {
  if (!isSystemError(error)) return { code: 'io', detail: error instanceof Error ? error.name : String(error) }
  const { code, syscall } = error
  const detail = syscall === undefined ? code : `${code} ${syscall}`
  // Windows refuses to replace a file that WPS or Excel holds open with the same words as a forbidden folder.
  const isHeldOpen = platform === 'win32' && syscall === 'rename' && (code === 'EPERM' || code === 'EACCES')
  return { code: isHeldOpen ? 'file-busy' : (codes[code] ?? 'io'), detail }
}

export function isMissing(error: unknown): boolean {
  return isSystemError(error) && error.code === 'ENOENT'
}

function isSystemError(error: unknown): error is Error & { code: string; syscall?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
