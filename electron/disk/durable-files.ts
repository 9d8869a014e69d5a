import { open, readdir, readFile, rm } from 'node:fs/promises'
import { makeOwnFolder, OWN_FILE, writeOwnFile } from './own-files.ts'
import { syncFolder } from './write-atomically.ts'

export interface WritableFile {
  /** Gives the number of bytes taken, which may be fewer than asked. */
  write(bytes: Uint8Array, position: number): Promise<number>
  datasync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** The disk as the journal sees it; tests put failures in between. Every call throws the system's error. */
export interface DurableFiles {
  makeFolder(folder: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
  read(file: string): Promise<Buffer>
  /** `create`: the file must not exist. */
  openForWriting(file: string, create: boolean): Promise<WritableFile>
  writeWhole(file: string, bytes: Uint8Array): Promise<void>
  remove(file: string): Promise<void>
  syncFolder(folder: string): Promise<void>
}

export const durableFiles: DurableFiles = {
  makeFolder: makeOwnFolder,
  list: (folder) => readdir(folder),
  read: (file) => readFile(file),
  openForWriting: async (file, create) => {
    const handle = await open(file, create ? 'wx+' : 'r+', OWN_FILE)
    return {
      write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
      datasync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    }
  },
  writeWhole: writeOwnFile,
  remove: (file) => rm(file),
  syncFolder,
}
