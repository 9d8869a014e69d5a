/**
 * How large a page is drawn, so that `fit` of it is shown with `ratio` device pixels to a pixel: a whole multiple of the device's
 * pixels, twice as fine where they are coarse. Strokes of 仿宋 are thinner than a pixel of an ordinary screen.
 */
export function sharpScale(fit: number, ratio: number): number {
  return fit * ratio * (ratio < 2 ? 2 : 1)
}
