/**
 * `npm run screens`: a picture of every screen at 1366×768 and at 1093×614 (the same PC at 125 %), for
 * docs/screens/. The sample county is opened, and a township beside it, so that the pictures are the same each time.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from './bundle.ts'
import { ensureChromium } from './chromium.ts'
import { launchApp } from './host/launch.ts'
import { countyScreens } from './screens/county.ts'
import { screensFolder, shooterOf } from './screens/shoot.ts'
import { townshipScreens } from './screens/township.ts'

const problem = await ensureChromium()
if (problem !== null) {
  console.error(problem)
  process.exit(2)
}
await bundle()
await rm(screensFolder, { recursive: true, force: true })
await mkdir(screensFolder, { recursive: true })
const data = await mkdtemp(path.join(tmpdir(), 'ogi-screens-'))
const app = await launchApp({ args: [`--user-data-dir=${data}`] })
const page = await app.firstWindow()
const shoot = shooterOf(page)

await page.getByRole('button', { name: '打开示例' }).waitFor()
await shoot('01-first-run')
await page.getByRole('button', { name: '打开示例' }).click()
await page.getByRole('button', { name: '切换单位' }).waitFor({ timeout: 60_000 })
await countyScreens(page, shoot)
await townshipScreens(app, page, shoot, data)
await app.close()
await rm(data, { recursive: true, force: true })
