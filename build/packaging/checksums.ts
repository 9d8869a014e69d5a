import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

const artifact = /\.(exe|deb)$/

/** The file that lists the artifacts' SHA-256, in the format of `sha256sum --check`. */
export const checksumsName = 'SHA256SUMS.txt'

/** Writes SHA256SUMS.txt beside the installers in `folder`; gives their names, sorted. */
export async function writeChecksums(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => artifact.test(name)).sort()
  const lines: string[] = []
  for (const name of names) lines.push(`${await sha256(path.join(folder, name))}  ${name}\n`)
  await writeFile(path.join(folder, checksumsName), lines.join(''))
  return names
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
