/**
 * What an installation hangs on. Fixed for ever: the browser store belongs to the origin, Windows ties shortcuts and the
 * uninstaller to the id, and the folder's name is where everybody's data lies.
 */
export const APP_ID = 'cn.ogi-yearbook.app'
export const SCHEME = 'app'
export const HOST = 'bundle'
export const ORIGIN = `${SCHEME}://${HOST}`
export const FOLDER_NAME = 'ogi-yearbook'
export const PORTABLE_FOLDER_NAME = '数据'

/** Whether an address is a page or file of this program. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST
}
