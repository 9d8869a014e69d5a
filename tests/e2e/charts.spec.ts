import { expect, type Page } from '@playwright/test'
import { chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import type { Change, FrameDraft } from '../../shared/journal/frame.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'
import { writeFrames } from '../fixtures/write-frames.ts'

test.use({ chromium: 'own' })

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const
const UNIT = '420921001000'

const put = (record: string, group: string, value: Change['value']): Change => ({
  entity: 'entry',
  record: `${UNIT}|${record}`,
  group,
  value,
  previous: null,
})

/** `count` requests of one month, granted on its 20th. */
const requests = (month: string, count: number): Change[] =>
  Array.from({ length: count }, (_, index) => `requests|${month}-${index}`).flatMap((record) => [
    put(record, 'main', { arrived: `${month}-02`, way: 'inPerson', applicant: 'person' }),
    put(record, 'stage:s1', { kind: 'decision', date: `${month}-20`, outcome: 'granted', documentNumber: '' }),
  ])

const figure = (period: string, channel: string, value: string): Change =>
  put(`figures|${period}/publications.${channel}`, 'main', { period, subject: `publications.${channel}`, value })

const draft = (changes: readonly Change[]): FrameDraft => ({
  action: 'add-entries',
  author: '王芳',
  unit: UNIT,
  year: 2025,
  changes: [
    ...changes,
    { entity: 'unit', record: UNIT, group: 'register:requests', value: 2024, previous: null },
    { entity: 'unit', record: UNIT, group: 'register:figures:publications', value: 2024, previous: null },
  ],
})

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name }).waitFor()
}

test('twenty entries bring a picture; each figure in it leads to its entries by the keyboard', async ({ open }) => {
  const first = await open('甲')
  await createUnit(first.page, township)
  await saved(first.page)
  await writeFrames(first.page, [draft([...requests('2024-05', 3), ...requests('2025-03', 12)])])
  await first.close()

  const second = await open('甲')
  await chooseYear(second.page, 2025)
  await goTo(second.page, '今天')
  await expect(second.page.getByRole('status', { name: '今天的事' })).toBeVisible()
  await expect(second.page.getByRole('button', { name: '查看图表' })).toBeHidden()
  await writeFrames(second.page, [
    draft([
      ...requests('2025-07', 3),
      figure('2025-01', 'website', '30'),
      figure('2025', 'wechat', '12'),
      figure('2024', 'website', '25'),
    ]),
  ])
  await second.close()

  const { page } = await open('甲')
  const problems = windowProblems(page)
  await chooseYear(page, 2025)
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: '查看图表' }).press('Enter')
  await heading(page, '图表（2025年）')
  const chart = (name: string) => page.getByRole('region', { name })
  await expect(chart('收到的申请').getByRole('heading')).toHaveText('收到的申请15件，上年3件')
  await expect(chart('办理结果').getByRole('heading')).toHaveText('办理结果15件，上年3件')
  await expect(chart('公开的信息').getByRole('heading')).toHaveText('公开的信息42条，上年25条')

  // From the keyboard alone: the month's entries, one of them, and back to the same few.
  await page.keyboard.press('Tab')
  const march = page.getByRole('button', { name: '2025年，3月，12件' })
  for (let steps = 0; steps < 40; steps += 1) {
    if (await march.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(march).toBeFocused()
  await page.keyboard.press('Enter')
  await heading(page, '依申请公开')
  const count = page.getByRole('status', { name: '件数' })
  await expect(count).toHaveText('共12件')
  await expect(page.getByRole('button', { name: '只看：2025年3月收到的' })).toBeVisible()
  await page.getByRole('grid', { name: '依申请公开' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('来件日期')).toHaveValue('2025年3月2日')
  await page.keyboard.press('Escape')
  await expect(count).toHaveText('共12件')
  await page.getByRole('button', { name: '只看：2025年3月收到的' }).click()
  await expect(count).toHaveText('共18件')

  await goTo(page, '今天')
  await page.getByRole('button', { name: '查看图表' }).click()
  await page.getByRole('button', { name: /^2024年，予以公开，3件$/ }).click()
  await expect(count).toHaveText('共3件')
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: '查看图表' }).click()
  await page.getByRole('button', { name: '2025年，网站，30条' }).click()
  await expect(page.locator('[data-figure="2025-01/publications.website"]')).toBeFocused()
  await goTo(page, '台账和节假日安排')
  await page.getByRole('button', { name: '查看图表' }).click()
  await page.getByRole('button', { name: '2024年，网站，25条' }).click()
  await heading(page, '年度数字（2024年）')
  await expect(page.locator('[data-figure="2024/publications.website"]')).toBeFocused()
  expect(problems).toEqual([])
})
