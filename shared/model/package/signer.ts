/** Public keys of whoever made a file: one proves that it did, what is sealed to the other it alone can open. */
export interface Signer {
  readonly sign: string
  readonly seal: string
}
