const MEGABYTE = 1024 * 1024

/** What an `.ogi` file may weigh, in bytes and in parts. The largest real report is a hundredth of this. */
export const packageLimits = {
  file: 50 * MEGABYTE,
  part: 20 * MEGABYTE,
  allParts: 40 * MEGABYTE,
  parts: 2000,
} as const
