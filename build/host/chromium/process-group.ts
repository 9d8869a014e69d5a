import { readdirSync, readFileSync } from 'node:fs'

/** SIGKILL to every process of the group; a group that is gone already is fine. */
export function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch (error) {
    if (!isNoSuchProcess(error)) throw error
  }
}

/** Does any process of the group still run? One that only waits to be collected by its parent does not count. */
export function groupIsAlive(group: number): boolean {
  if (process.platform !== 'linux') return isAlive(-group)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const fields = processFields(Number(pid))
      return fields !== null && Number(fields[2]) === group && fields[0] !== 'Z'
    })
}

/** Does the process run? Signal 0 only asks. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') {
    const fields = processFields(pid)
    return fields !== null && fields[0] !== 'Z'
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !isNoSuchProcess(error)
  }
}

/**
 * When the process started, in the kernel's ticks: with the pid it names a process for good, where a pid alone may
 * have been given to another. Null where the process is gone; "" where the system doesn't tell.
 */
export function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return isAlive(pid) ? '' : null
  return processFields(pid)?.[19] ?? null
}

/** The fields of /proc/<pid>/stat from the third (state) on; the second is a name that may hold spaces. */
function processFields(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(') ') + 2).split(' ')
  } catch {
    return null // the process ended
  }
}

function isNoSuchProcess(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH'
}
