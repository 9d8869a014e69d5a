import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from '../host/launched-app.ts'
import { answerOpen, goTo, saved } from '../walk/clerk.ts'
import type { Shoot } from './shoot.ts'

/** A township's year-round work: requests with their stages and letters, lists, Excel, figures, charts, days off. */
export async function registerScreens(app: App, page: Page, shoot: Shoot, folder: string): Promise<void> {
  await request(page, shoot)
  await importedList(app, page, shoot, folder)
  await goTo(page, '年度数字')
  await page.locator('[data-figure="2020/publications.website"]').click()
  for (const figure of ['8137', '3219', '217']) {
    await page.keyboard.type(figure)
    await page.keyboard.press('Enter')
  }
  await saved(page)
  await shoot('30-figures')
  await goTo(page, '台账和节假日安排')
  await shoot('31-more-registers')
  await page.getByRole('button', { name: '查看图表' }).click()
  await shoot('32-charts')
  await moreRegister('主动公开文件', '33-documents')
  await moreRegister('行政复议和行政诉讼', '34-disputes')
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: /^年初存量/ }).click()
  await shoot('35-openings')
  await goTo(page, '补充数字')
  await page.locator('[data-supplement="publications.website"]').click()
  await page.keyboard.type('8200')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await shoot('36-supplement')
  await page.keyboard.press('Delete')
  await goTo(page, '今天')
  await shoot('37-today')

  async function moreRegister(name: string, picture: string): Promise<void> {
    await goTo(page, '台账和节假日安排')
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await page.keyboard.press('Control+n')
    await page.getByRole('heading', { level: 2, name: `${name}：新登记` }).waitFor()
    await shoot(picture)
    await page.keyboard.press('Escape')
  }
}

async function request(page: Page, shoot: Shoot): Promise<void> {
  await goTo(page, '依申请公开')
  await shoot('21-requests-empty')
  await page.keyboard.press('Control+n')
  await page.keyboard.type('2020-9-21')
  await page.keyboard.press('Enter')
  await shoot('22-request-new')
  await page.getByLabel('双方确认日期').fill('2020-9-22')
  await page.getByLabel('申请内容').fill('本镇2020年财政预算')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await saved(page)
  await shoot('23-request-clock')
  await page.getByRole('button', { name: '补正告知', exact: true }).click()
  await shoot('24-stage')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '登记回执…' }).click()
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await shoot('25-letter')
  await page.keyboard.press('Escape')
}

async function importedList(app: App, page: Page, shoot: Shoot, folder: string): Promise<void> {
  const file = path.join(folder, '申请登记表.csv')
  await writeFile(file, `\uFEFF${listedRequests().join('\r\n')}`)
  await goTo(page, '依申请公开')
  await answerOpen(app, [file])
  await page.getByRole('button', { name: '导入、导出' }).click()
  await shoot('26-excel-menu')
  await page.getByRole('menuitem', { name: '导入…' }).click()
  await page.getByRole('status', { name: '核对结果' }).waitFor()
  await shoot('27-import-rows')
  await page.keyboard.press('Escape')
  await page.getByRole('table', { name: '列对应' }).waitFor()
  await shoot('27-import-columns')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^只导入没有问题的/ }).click()
  await page.getByText(/^已导入/).waitFor()
  await saved(page)
  await shoot('28-requests')
  await page.getByRole('combobox', { name: '分组' }).selectOption({ index: 1 })
  await page.getByRole('switch', { name: '显示申请人' }).press('Space')
  await shoot('29-requests-grouped')
  await page.getByRole('combobox', { name: '分组' }).selectOption({ index: 0 })
  await page.locator('[data-entry]').first().click()
  await page.getByRole('button', { name: '编号、承办单位和联系方式' }).click()
  await page.getByRole('button', { name: /^删除个人信息/ }).click()
  await shoot('29-erase-person')
  await page.keyboard.press('Escape')
}

/** An office's own list, made up: 26 rows, one with a day that is none. */
function listedRequests(): string[] {
  const people = ['王一', '李二', '孝昌县某某商贸有限公司', '赵三', '钱四']
  const outcomes = ['予以公开', '部分公开', '本机关不掌握相关政府信息', '予以公开', '']
  const rows = Array.from({ length: 26 }, (_, i) => {
    const month = (i % 11) + 1
    const answered = outcomes[i % 5] === '' ? '' : `2020-${month}-${20 + (i % 8)}`
    const arrived = i === 7 ? '2020年13月5日' : `2020-${month}-${1 + (i % 15)}`
    const applicant = i % 5 === 2 ? '企业' : '个人'
    return [arrived, '网络', applicant, people[i % 5], `第${i + 1}份材料`, answered, outcomes[i % 5]].join(',')
  })
  return ['申请日期,申请方式,申请人类型,申请人,申请内容,答复日期,办理结果', ...rows]
}
