import { expect, type Page } from '@playwright/test'
import { chooseYear, createUnit, goTo, saved } from '../../build/walk/clerk.ts'
import type { FrameDraft } from '../../shared/journal/frame.ts'
import { fieldOf, typeInto } from '../fixtures/typing.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const township = { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '孝昌县人民政府' } as const
const UNIT = '420921001000'

/** Two requests of 2024 as another PC of the office wrote them: in the journal, not yet in this window's store. */
async function writeRequests(page: Page): Promise<void> {
  const group = (record: string, name: string, value: FrameDraft['changes'][number]['value']) =>
    ({ entity: 'entry', record: `${UNIT}|requests|${record}`, group: name, value, previous: null }) as const
  const draft: FrameDraft = {
    action: 'add-entry',
    author: '王芳',
    unit: UNIT,
    year: 2024,
    changes: [
      group('e1', 'main', { arrived: '2024-03-01', way: 'inPerson', applicant: 'person' }),
      group('e1', 'number', { number: '2024-001' }),
      group('e2', 'main', { arrived: '2024-05-06', way: 'inPerson', applicant: 'person' }),
      group('e2', 'number', { number: '2024-002' }),
      { entity: 'unit', record: UNIT, group: 'register:requests', value: 2024, previous: null },
    ],
  }
  // As text: Playwright's types can't follow nested JSON.
  await page.evaluate(async (text) => {
    await window.desktop.append(JSON.parse(text))
  }, JSON.stringify(draft))
}

test('a cell says which entries it counts, takes a correction with its reason, and goes back', async ({ open }) => {
  const first = await open('甲')
  await createUnit(first.page, township)
  await saved(first.page)
  await writeRequests(first.page)
  await first.close()

  const { page } = await open('甲')
  await chooseYear(page, 2024)
  await goTo(page, '三、')
  const person = 'requests.received.person'
  await expect(fieldOf(page, person)).toHaveValue('2')
  await expect(fieldOf(page, 'requests.received.total')).toHaveValue('2')
  await expect(fieldOf(page, 'requests.granted.legal')).toHaveValue('0')
  await fieldOf(page, person).click()
  const about = page.getByRole('complementary', { name: '这一格的说明' })
  await expect(about).toContainText('按台账算出')
  await expect(about.locator('.source')).toHaveText([
    '2024-002，2024年5月6日，办理中',
    '2024-001，2024年3月1日，办理中',
  ])

  await typeInto(page, person, '5')
  await fieldOf(page, person).click()
  await expect(about).toContainText('手工更正，台账是2')
  await expect(fieldOf(page, 'requests.received.total')).toHaveValue('5')
  await about.getByLabel('更正原因').fill('平台另有3件')
  await saved(page)
  await about.getByRole('button', { name: '恢复为台账数' }).click()
  await expect(fieldOf(page, person)).toHaveValue('2')
  await expect(about).toContainText('按台账算出')

  // Delete takes a correction back as well.
  await typeInto(page, person, '7')
  await fieldOf(page, person).click()
  await page.keyboard.press('Delete')
  await expect(fieldOf(page, person)).toHaveValue('2')
  await page.keyboard.press('Delete')
  await expect(fieldOf(page, person)).toHaveValue('2')
})
