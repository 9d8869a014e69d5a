import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, expect } from '@playwright/test'
import { chromiumPath } from '../../build/chromium.ts'
import { launchInBrowserMode } from '../../build/host/launch.ts'
import { addUnits, cellOf, closeResults, createUnit, goTo } from '../../build/walk/clerk.ts'
import { openedSubmission, submissionBytes } from '../fixtures/submission-bytes.ts'
import { fieldOf, typeInto } from '../fixtures/typing.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

test('the whole path in a browser of one’s own: link, typing, a file in, a file out, a PDF', async ({ folder }) => {
  const app = await launchInBrowserMode({ args: [`--user-data-dir=${path.join(folder, '数据')}`] })
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const problems = windowProblems(page)
    await page.goto(app.link)
    await createUnit(page, { name: '孝昌县人民政府', level: '县（市、区）', code: '420921000000', parent: '' })
    await addUnits(page, ['花园镇\t420921001000'])
    await goTo(page, '表三')
    await typeInto(page, 'requests.received.person', '１，０００')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('1000')

    const file = path.join(folder, '花园镇.ogi')
    writeFileSync(
      file,
      await submissionBytes({ code: '420921001000', year: 2026, cells: { 'requests.received.person': 4 } }),
    )
    await page.getByRole('button', { name: '打开文件', exact: true }).click()
    await page.locator('ogi-host input[type=file]').setInputFiles(file)
    await expect(page.getByRole('list', { name: '打开的结果' })).toContainText('已接收：花园镇2026年度第1次报送')
    await closeResults(page)
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('1004')
    await expect(cellOf(page, 'requests.received.person')).toHaveAttribute('data-origin', 'summed')

    await goTo(page, '打印预览')
    await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
    const printed = page.waitForEvent('download')
    await page.getByRole('button', { name: '另存为 PDF…' }).click()
    const pdf = await printed
    expect(pdf.suggestedFilename()).toBe('孝昌县人民政府2026年政府信息公开工作年度报告.pdf')
    const text = execFileSync('pdftotext', [await pdf.path(), '-'])
      .toString()
      .replace(/\s/g, '')
    expect(text).toContain('1004')

    await page.getByRole('button', { name: '切换单位' }).click()
    await page.getByRole('menuitem', { name: '添加本机填报单位…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('单位名称').fill('丰山镇')
    await dialog.getByLabel('单位代码（可不填）').fill('420921002000')
    await dialog.getByRole('button', { name: '添加', exact: true }).click()
    await goTo(page, '三、')
    await typeInto(page, 'requests.received.person', '3')
    await typeInto(page, 'requests.carriedOut.person', '3')
    await goTo(page, '报送')
    const sent = page.waitForEvent('download')
    await page.getByRole('button', { name: '生成报送文件…' }).click()
    const submission = await openedSubmission(readFileSync(await (await sent).path()))
    expect(submission).toMatchObject({
      report: { unit: { name: '丰山镇' }, cells: { 'requests.received.person': 3 } },
    })
    await page.reload()
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue('3')
    expect(problems).toEqual([])
  } finally {
    await browser.close()
    await app.close()
  }
})
