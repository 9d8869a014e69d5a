import type { Log } from '../log.ts'
import type { RandomBytes } from './cipher.ts'
import type { KeyringPlace } from './keyring-copies.ts'
import type { KeyringWriter } from './keyring-writer.ts'
import type { SystemSecrets } from './system-secrets.ts'

export interface KeyringTools extends KeyringPlace {
  readonly secrets: SystemSecrets
  readonly random: RandomBytes
  readonly log: Log
  /** The ids of the keyrings under which records of the journal are sealed, the last one last. */
  readonly sealedUnder: () => Promise<readonly string[]>
}

/** A keyring whose master key is at hand. */
export interface OpenKeyring {
  readonly master: Buffer
  readonly writer: KeyringWriter
}
