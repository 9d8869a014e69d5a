import { bundle } from '../../build/bundle.ts'
import { ensureChromium } from '../../build/chromium.ts'

/** Before the first spec: what they run is there and is what the sources say. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export of a global set-up
export default async function bundleFirst(): Promise<void> {
  const problem = await ensureChromium()
  if (problem !== null) throw new Error(problem)
  await bundle()
}
