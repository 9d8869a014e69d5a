/** The name of a folder for what is put aside at this moment (milliseconds), but for what tells two of one second apart. */
export function asideName(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
}
