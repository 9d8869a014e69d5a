import type { Page } from '@playwright/test'
import { goTo } from '../walk/clerk.ts'
import type { Shoot } from './shoot.ts'

/** The sample county's screens: the desk, a unit that has sent, the sum, the finished report. */
export async function countyScreens(page: Page, shoot: Shoot): Promise<void> {
  await shoot('02-county-home')
  await goTo(page, '各单位报送')
  await shoot('03-desk')
  await page.getByRole('button', { name: '添加下级单位…' }).click()
  await page
    .getByLabel('单位名单')
    .fill('新城街道\t420921021000\n县文化和旅游局\t11420921MB00000999\t部门\t0712-4770000')
  await shoot('04-add-units')
  await page.keyboard.press('Escape')
  await page.locator('[data-unit] button').first().click()
  await page.getByRole('tab', { name: '表三' }).click()
  await shoot('05-unit-sent')
  await page.getByRole('tab', { name: '补充数字' }).click()
  await shoot('05-unit-supplement')
  const sections = ['一、总体情况', '二、主动公开', '三、依申请公开', '四、复议、诉讼', '五、', '六、']
  for (const [i, section] of sections.entries()) {
    await goTo(page, section)
    await shoot(`06-sum-section-${i + 1}`)
  }
  await goTo(page, '三、依申请公开')
  await page.locator('[data-cell="requests.received.person"]').click()
  await page.getByRole('button', { name: '调整汇总数…' }).click()
  await shoot('07-sum-adjust')
  await goTo(page, '前言、落款和版式')
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
