import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { followBuild, type Running } from '../../../build/follow-build.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

/** An application that notes what is done with it, and the files of its build. */
function prepared() {
  const folder = temporaryFolder()
  const [page = '', main = ''] = ['index.html', 'main.js'].map((name) => path.join(folder, name))
  let time = 1_000_000
  const write = (file: string) => {
    writeFileSync(file, '')
    time += 1
    utimesSync(file, time, time)
  }
  write(page)
  write(main)
  const done: string[] = []
  let close = () => {}
  const start = async (): Promise<Running> => {
    done.push('start')
    const { promise, resolve } = Promise.withResolvers<void>()
    close = resolve
    return {
      reload: async () => done.push('reload'),
      quit: async () => {
        done.push('quit')
        resolve()
      },
      exited: promise,
    }
  }
  const noted = (...what: string[]) => expect.poll(() => done, { timeout: 60_000 }).toEqual(what)
  return { page, main, write, noted, start, close: () => close() }
}

it('reloads the window where its build changed, starts again where main’s did, and ends with the application', async () => {
  const { page, main, write, noted, start, close } = prepared()
  const ended = followBuild({ window: [page], main: [main] }, start)
  await noted('start')
  write(page)
  await noted('start', 'reload')
  write(main)
  await noted('start', 'reload', 'quit', 'start')
  // A build removes the page before it writes it.
  rmSync(page)
  write(page)
  await noted('start', 'reload', 'quit', 'start', 'reload')
  close()
  await ended
})
