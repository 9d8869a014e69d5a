const MEGABYTE = 1024 * 1024

/** What a file of one kind may hold: bytes as it lies on the disk and unpacked, and parts beside the index. */
export interface EnvelopeLimits {
  readonly file: number
  readonly unpacked: number
  readonly parts: number
}

export const MAX_MANIFEST = 64 * 1024
/** Ed25519 takes 64 bytes, SM2 some 70. */
export const MAX_SIGNATURE = 1024
/** Photos, on top of what a file of the kind may hold. */
export const attachmentLimits = { count: 20, size: 5 * MEGABYTE } as const
/** Key ids that a file is sealed to. */
export const MAX_RECIPIENTS = 8
/** Beside the attachments: manifest, signature and content. */
export const FIXED_ENTRIES = 3
