/** Sizes in pt that a figure in a table may be set in, largest first. */
export const figureSizes = [10.5, 9, 8, 7, 6] as const

/** Room that a box loses to padding and rules, in pt. */
const MARGIN = 5

/** The largest size in which a text fits a box of this width in pt on one line; the smallest where none does. */
export function figureSize(text: string, width: number): (typeof figureSizes)[number] {
  // A full-width character is as wide as its size, a digit or letter a good half of it.
  const ems = [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1), 0)
  return figureSizes.find((size) => ems * size <= width - MARGIN) ?? 6
}
