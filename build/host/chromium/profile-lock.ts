import { readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './process-group.ts'

/**
 * Waits until no Chromium uses the profile: after a kill of main its old browser needs a moment to go, and a new one
 * would hand its command over to the dying one and exit. A killed browser leaves its lock; that is removed.
 */
export async function waitForFreeProfile(profile: string): Promise<void> {
  for (const end = Date.now() + 8000; Date.now() < end; await wait(50)) {
    const holder = lockHolder(profile)
    if (holder === null) return
    if (!isAlive(holder)) break
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
    rmSync(path.join(profile, name), { force: true })
  }
}

/** The lock is a symbolic link `host-pid`. */
function lockHolder(profile: string): number | null {
  try {
    return Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1))
  } catch {
    return null // no lock
  }
}
