/**
 * `npm run dist`: bundles, then makes this system's installers in release/, with SHA256SUMS.txt.
 * Arguments go to electron-builder: `npm run dist -- --win portable`. Electron itself and the packers' tools are
 * fetched by electron-builder on first use, so this needs a network once.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { bundle } from './bundle.ts'
import { writeChecksums } from './packaging/checksums.ts'
import { runElectronBuilder } from './packaging/electron-builder.ts'

const project = path.resolve(import.meta.dirname, '..')
const release = path.join(project, 'release')

async function dist(): Promise<void> {
  await bundle({ force: true })
  // Installers of an earlier version would get into the checksums.
  await rm(release, { recursive: true, force: true })
  await runElectronBuilder(project, process.argv.slice(2), (text) => process.stdout.write(text))
  for (const name of await writeChecksums(release)) console.log(path.join('release', name))
}

dist().catch((error: Error) => {
  console.error(`No installers were made: ${error.message.split('\n')[0]}`)
  process.exitCode = 1
})
