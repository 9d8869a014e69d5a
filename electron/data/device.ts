import { createHash } from 'node:crypto'
import path from 'node:path'
import { z } from '../../shared/values/parse.ts'
import { readSmallFile, writeSmallFile } from '../disk/small-file.ts'

const deviceFile = z.strictObject({ device: z.string().regex(/^[a-z0-9]{12}$/), fingerprint: z.string() })

/** Tells a profile in its own place from a copy of it on another PC or in another folder. */
export function placeFingerprint(hostname: string, folder: string): string {
  return createHash('sha256')
    .update(`${hostname}\n${path.resolve(folder)}`)
    .digest('hex')
}

/**
 * The id that stamps what this PC writes. A profile that was copied, restored or moved gets a new one, so that two
 * copies never stamp alike. `random`: 12 characters of a-z and 0-9. Throws what the disk throws.
 */
export async function readDevice(folder: string, hostname: string, random: () => string): Promise<string> {
  const file = path.join(folder, 'device.json')
  const fingerprint = placeFingerprint(hostname, folder)
  const known = await readSmallFile(file, deviceFile)
  if (known?.fingerprint === fingerprint) return known.device
  const device = random()
  await writeSmallFile(file, { device, fingerprint })
  return device
}
