import path from 'node:path'

/**
 * The file under `root` that a request path names; null where it would leave the root or is no plain path. `/` is the
 * start page.
 */
export function bundlePath(root: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  // Backslash and colon are separators to Windows only: drive letters, alternate streams, `..\`.
  if (/[\0\\:]/.test(decoded)) return null
  const relative = decoded === '/' ? 'index.html' : decoded.replace(/^\/+/, '')
  const file = path.resolve(root, relative)
  return file.startsWith(path.resolve(root) + path.sep) ? file : null
}
