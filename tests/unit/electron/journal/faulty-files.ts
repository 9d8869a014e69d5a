import { type DurableFiles, durableFiles, type WritableFile } from '../../../../electron/disk/durable-files.ts'
import { systemError } from '../../../fixtures/system-error.ts'

export interface Fault {
  /** Which call on the disk it meets, counted from 1. */
  readonly at: number
  readonly code: string
  /** The power is gone: no later call works either. */
  readonly isFinal: boolean
}

/** The real disk, on which one call fails; a write that fails first writes half of its bytes. */
export function faultyFiles(fault: Fault): { files: DurableFiles; calls: () => number } {
  let calls = 0
  const fails = () => {
    calls++
    return calls === fault.at || (fault.isFinal && calls > fault.at)
  }
  const guarded =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (fails()) throw systemError(fault.code)
      return call(...args)
    }
  const guardFile = (file: WritableFile): WritableFile => ({
    write: async (bytes, position) => {
      if (!fails()) return file.write(bytes, position)
      if (calls === fault.at) await file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), position)
      throw systemError(fault.code)
    },
    datasync: guarded(() => file.datasync()),
    truncate: guarded((length) => file.truncate(length)),
    close: () => file.close(),
  })
  const files: DurableFiles = {
    makeFolder: guarded(durableFiles.makeFolder),
    list: guarded(durableFiles.list),
    read: guarded(durableFiles.read),
    openForWriting: guarded(async (file, create) => guardFile(await durableFiles.openForWriting(file, create))),
    writeWhole: guarded(durableFiles.writeWhole),
    remove: guarded(durableFiles.remove),
    syncFolder: guarded(durableFiles.syncFolder),
  }
  return { files, calls: () => calls }
}
