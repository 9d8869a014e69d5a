/**
 * `npm run screens`: a picture of every screen at 1366×768 and at 1093×614 (the same PC at 125 %), for
 * docs/screens/. The sample county is opened, and a township beside it, so that the pictures are the same each time.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { bundle } from './bundle.ts'
import { ensureChromium } from './chromium.ts'
import { projectRoot } from './host/command.ts'
import { launchApp } from './host/launch.ts'
import { chooseYear, goTo } from './walk/clerk.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
]
const folder = path.join(projectRoot, 'docs/screens')

const problem = await ensureChromium()
if (problem !== null) {
  console.error(problem)
  process.exit(2)
}
await bundle()
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const data = await mkdtemp(path.join(tmpdir(), 'ogi-screens-'))
const app = await launchApp({ args: [`--user-data-dir=${data}`] })
const page = await app.firstWindow()

await page.getByRole('button', { name: '打开示例' }).waitFor()
await shoot('01-first-run')
await page.getByRole('button', { name: '打开示例' }).click()
await page.getByRole('button', { name: '切换单位' }).waitFor({ timeout: 60_000 })
await county(page)
await township(page)
await app.close()
await rm(data, { recursive: true, force: true })

async function county(page: Page): Promise<void> {
  await shoot('02-county-home')
  await goTo(page, '各单位报送')
  await shoot('03-desk')
  await page.getByRole('button', { name: '添加单位' }).click()
  await page
    .getByLabel('单位名单')
    .fill('新城街道\t420921021000\n县文化和旅游局\t11420921MB00000999\t部门\t0712-4770000')
  await shoot('04-add-units')
  await page.keyboard.press('Escape')
  await page.locator('[data-unit] button').first().click()
  await page.getByRole('tab', { name: '表三' }).click()
  await shoot('05-unit-sent')
  const sections = ['一、总体情况', '二、主动公开', '三、依申请公开', '四、复议、诉讼', '五、', '六、']
  for (const [i, section] of sections.entries()) {
    await goTo(page, section)
    await shoot(`06-sum-section-${i + 1}`)
  }
  await goTo(page, '三、依申请公开')
  await page.locator('[data-cell="requests.received.person"]').click()
  await page.getByRole('button', { name: '调整汇总数…' }).click()
  await shoot('07-sum-adjust')
  await goTo(page, '前言和落款')
  await shoot('08-opening')
  await goTo(page, '检查')
  await shoot('09-findings-none')
  await goTo(page, '定稿')
  await shoot('10-finalise')
  await goTo(page, '打印预览')
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await shoot('11-print')
  await goTo(page, '报送')
  await shoot('12-submit-before-final')
  await page.getByRole('button', { name: '切换单位' }).click()
  await shoot('13-unit-menu')
  await page.getByRole('menuitem', { name: '单位资料和设置' }).click()
  await shoot('14-unit')
}

async function township(page: Page): Promise<void> {
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('menuitem', { name: /花园镇/ }).click()
  await chooseYear(page, 2020)
  await shoot('20-township-today')
  await register(page)
  await goTo(page, '三、依申请公开')
  await type('requests.received.person', '3')
  await type('requests.granted.person', '1')
  await type('requests.unavailable.notHeld.person', '1')
  await type('requests.granted.company', '2件')
  await shoot('21-typing')
  await goTo(page, '二、主动公开')
  await shoot('22-township-disclosure')
  await goTo(page, '检查')
  await shoot('23-findings')
  await goTo(page, '报送')
  await shoot('24-submit')

  async function type(key: string, text: string): Promise<void> {
    await page.locator(`[data-cell="${key}"]`).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

/** A request through its first stages, and the year's figures: the year-round work. */
async function register(page: Page): Promise<void> {
  await goTo(page, '依申请公开')
  await shoot('15-requests-empty')
  await page.keyboard.press('Control+n')
  await page.keyboard.type('2020-9-21')
  await page.keyboard.press('Enter')
  await shoot('16-request-new')
  await page.getByLabel('双方确认日期').fill('2020-9-22')
  await page.getByLabel('要什么').fill('本镇2020年财政预算')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await shoot('17-request-clock')
  await goTo(page, '依申请公开')
  await shoot('18-requests')
  await goTo(page, '年度数字')
  await shoot('19-figures')
  await goTo(page, '更多台账')
  await shoot('19-more-registers')
}

async function shoot(name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    // Two frames: sticky heads and the table's own height follow the window.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`) })
  }
  console.log(name)
}
