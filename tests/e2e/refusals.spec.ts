import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { appCommand, projectRoot } from '../../build/host/command.ts'
import { indexedDbFolder, runSecondInstance } from '../../build/host/launch.ts'
import {
  addUnits,
  answerSave,
  closeResults,
  createUnit,
  goTo,
  openFiles,
  saved,
  saveFromPreview,
} from '../../build/walk/clerk.ts'
import { damaged, goodSubmission, tooLarge, withManifest } from '../fixtures/damaged-submissions.ts'
import { filesBelow, readLive } from '../fixtures/live-folder.ts'
import { rawGroups, readRawStore } from '../fixtures/raw-store.ts'
import { openedSubmission, submissionBytes } from '../fixtures/submission-bytes.ts'
import { fieldOf, typeInto } from '../fixtures/typing.ts'
import { test } from '../fixtures/window-test.ts'

test.use({ chromium: 'own' })

const code = '420921001000'
const township = { name: '花园镇', level: '乡镇（街道）', code, parent: '' } as const
const county = { name: '孝昌县人民政府', level: '县（市、区）', code: '420921000000', parent: '' } as const

/** Everything that the program keeps, read past it: IndexedDB, the journal, the received files. */
async function everything(page: Page, data: string): Promise<string> {
  const store = await readRawStore(page)
  const files = ['journal', 'received'].flatMap((folder) => {
    return readLive(
      () => filesBelow(path.join(data, folder)),
      (file) => readFileSync(file, 'base64'),
    )
  })
  return JSON.stringify([store, files])
}

const pdf = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(4000), Buffer.from('\n%%EOF\n')])

const wrongFiles: readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp][] = [
  ['改了名的PDF.ogi', pdf, /内容不是报送文件/],
  ['杂乱.ogi', () => randomBytes(5000), /内容不是报送文件/],
  ['空的.ogi', () => new Uint8Array(), /文件不完整/],
  ['截断.ogi', async () => (await goodSubmission()).slice(0, -300), /文件不完整，后半部分缺失/],
  ['坏的.ogi', damaged, /损坏|不一样|不完整|不一致/],
  ['九兆.ogi', () => tooLarge(), /文件太大，不像是一份年报/],
  ['新版本.ogi', () => withManifest({ formatVersion: 2, news: true }), /由更新版本的程序生成/],
  ['任务.ogi', () => withManifest({ kind: 'assignment' }), /这是任务文件，不是报送文件/],
  [
    '别的表式.ogi',
    () => withManifest({ form: { id: '2031', sha256: '0'.repeat(64) } }),
    /本机的程序没有这份年报用的表式/,
  ],
  [
    '表式不同.ogi',
    () => withManifest({ form: { id: '2021', sha256: '0'.repeat(64) } }),
    /对方用的2021年表式与本机的内容不同/,
  ],
  ['封面不符.ogi', () => withManifest({ year: 2025 }), /文件封面与里面年报的年度不一致/],
  ['去年.ogi', () => submissionBytes({ code, year: 2025 }), /这是2025年度的报送.*切换到2025年度后再打开/],
  [
    '外县.ogi',
    () => submissionBytes({ code: '430000000000', name: '外县', year: 2026 }),
    /“外县”（代码430000000000）不在下级单位名单里/,
  ],
  ['示例.ogi', () => submissionBytes({ code, year: 2026, practice: true }), /这是示例文件/],
]

test('no wrong file changes anything, and each is told why', async ({ open, folder }) => {
  const { app, page } = await open('县里')
  const data = path.join(folder, '县里')
  await createUnit(page, county)
  await addUnits(page, [`${township.name}\t${code}`])
  const good = path.join(folder, '好的.ogi')
  writeFileSync(good, await goodSubmission())
  expect(await openFiles(app, page, [good])).toBe('已接收1份')
  await closeResults(page)
  const before = await everything(page, data)
  const results = page.getByRole('list', { name: '打开的结果' })

  for (const [name, bytes, reason] of wrongFiles) {
    await test.step(name, async () => {
      const file = path.join(folder, name)
      writeFileSync(file, await bytes())
      expect(await openFiles(app, page, [file])).toBe('已接收0份，未接收1份')
      await expect(results).toContainText(name)
      await expect(results).toContainText(reason)
      await closeResults(page)
      expect(await everything(page, data)).toBe(before)
    })
  }
  const huge = path.join(folder, '二百兆.ogi')
  writeFileSync(huge, '')
  truncateSync(huge, 201_000_000)
  expect(await openFiles(app, page, [huge])).toBe('已接收0份，未接收1份')
  await expect(results).toContainText('文件超过200 MB')
  await closeResults(page)
  expect(await openFiles(app, page, [good])).toBe('已接收1份')
  await expect(results).toContainText('以前已接收，没有变化')
  await closeResults(page)
  expect(await everything(page, data)).toBe(before)

  const all = wrongFiles.map(([name]) => path.join(folder, name))
  expect(await openFiles(app, page, all)).toBe(`已接收0份，未接收${all.length}份`)
  await closeResults(page)
  expect(await everything(page, data)).toBe(before)
})

test('a place that takes no file is said, and nothing is noted as sent', async ({ open, folder }) => {
  const { app, page } = await open('花园镇')
  await createUnit(page, township)
  await goTo(page, '报送')
  const stick = path.join(folder, 'U盘')
  const isMounted = mountSmall(stick, '64k')
  if (isMounted) writeFileSync(path.join(stick, '照片.jpg'), randomBytes(63 * 1024))
  mkdirSync(path.join(folder, '文件夹.ogi'))
  const places: [string, RegExp][] = [
    [path.join(folder, '没有的文件夹', '报送.ogi'), /找不到这个文件或文件夹/],
    [path.join(folder, '文件夹.ogi'), /这个位置没有读写权限.*请换一个文件夹/],
  ]
  if (isMounted) places.push([path.join(stick, '报送.ogi'), /磁盘已满/])
  const submitTo = async (place: string) => {
    await answerSave(app, place)
    await page.getByRole('button', { name: '生成报送文件…' }).click()
  }
  const expectReadOnly = async () => {
    expect(readdirSync(stick)).toEqual(['照片.jpg'])
    rmSync(path.join(stick, '照片.jpg'))
    execFileSync('mount', ['-o', 'remount,ro', stick])
    await submitTo(path.join(stick, '报送.ogi'))
    await expect(page.getByRole('alert').filter({ hasText: '没有生成' })).toContainText('这个位置没有读写权限')
  }
  try {
    for (const [place, reason] of places) {
      await submitTo(place)
      await expect(page.getByRole('alert').filter({ hasText: '没有生成' })).toContainText(reason)
    }
    if (isMounted) await expectReadOnly()
  } finally {
    if (isMounted) execFileSync('umount', ['-l', stick])
  }
  expect(readdirSync(path.join(folder, '文件夹.ogi'))).toEqual([])
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect((await readRawStore(page)).exports).toEqual([])
  await expect(page.getByText(/已生成/)).toBeHidden()
  await submitTo(path.join(folder, '报送.ogi'))
  await expect(page.getByText('报送文件已生成，读回核对无误')).toBeVisible()
  await saveFromPreview(app, page, '另存为 PDF…', path.join(folder, '年报.pdf'))
})

test('a full disk: the figure stays, is said not to be saved, and is saved when there is space', async ({
  open,
  folder,
}) => {
  const data = path.join(folder, '花园镇')
  // biome-ignore lint/suspicious/noSkippedTests: a file system of the test's own needs root on Linux
  test.skip(!mountSmall(data, '96m'), 'no file system can be mounted here')
  let filler: ChildProcess | null = null
  try {
    const window = await open('花园镇')
    const { page } = window
    await createUnit(page, township)
    await goTo(page, '三、')
    await typeInto(page, 'requests.received.person', '5')
    filler = fillAndKeepFull(path.join(data, '别的文件'))
    // A frame may still fit into the last page of the journal's segment.
    const failed = page.locator('[data-save-state="failed"]')
    let figure = 5
    while (!(await failed.isVisible()) && figure < 60) {
      figure++
      await fieldOf(page, 'requests.received.person').click()
      await page.keyboard.type(String(figure))
      await page.keyboard.press('Enter')
      await page.locator('[data-save-state="saved"], [data-save-state="failed"]').waitFor()
    }
    // Where the last frame still found room, only the working copy is behind.
    await expect(failed).toHaveText(/未保存|显示未更新/)
    await expect(page.getByRole('alert')).toContainText('磁盘已满')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue(String(figure))
    let granted = 1
    do {
      granted++
      await fieldOf(page, 'requests.granted.person').click()
      await page.keyboard.type(String(granted))
      await page.keyboard.press('Enter')
      await page.locator('[data-save-state="saved"], [data-save-state="failed"]').waitFor()
    } while ((await failed.textContent()) !== '未保存' && granted < 60)
    await expect(failed).toHaveText('未保存')
    await expect(page.getByRole('alert')).toContainText(/有\d项内容尚未保存，请先不要关闭本程序/)
    await goTo(page, '一、')
    await expect(failed).toBeVisible()
    filler.kill()
    rmSync(path.join(data, '别的文件'))
    await saved(page)
    await goTo(page, '三、')
    await expect(fieldOf(page, 'requests.received.person')).toHaveValue(String(figure))
    await expect(fieldOf(page, 'requests.granted.person')).toHaveValue(String(granted))
    await window.close()
    const again = await open('花园镇')
    await goTo(again.page, '三、')
    await expect(fieldOf(again.page, 'requests.received.person')).toHaveValue(String(figure))
    const stored = rawGroups(await readRawStore(again.page), 'reports', `${code}|2026|own`)
    expect(stored['cell:requests.granted.person']).toBe(granted)
    await again.close()
  } finally {
    filler?.kill()
    execFileSync('umount', ['-l', data])
  }
})

test('a file given at start, and one given to a second start, come into the one window', async ({ open, folder }) => {
  const first = path.join(folder, '一.ogi')
  const second = path.join(folder, '二.ogi')
  const bytes = await goodSubmission()
  const follows = [(await openedSubmission(bytes)).id]
  writeFileSync(first, bytes)
  writeFileSync(second, await submissionBytes({ code, year: 2026, revision: 2, follows }))
  const before = await open('县里')
  await createUnit(before.page, county)
  await addUnits(before.page, [`${township.name}\t${code}`])
  await before.close()

  const { page } = await open('县里', first)
  await expect(page.getByRole('list', { name: '打开的结果' })).toContainText('已接收：花园镇2026年度第1次报送')
  await closeResults(page)
  const args = [`--user-data-dir=${path.join(folder, '县里')}`, second]
  expect(await runSecondInstance({ args })).toBe(0)
  await expect(page.getByRole('list', { name: '打开的结果' })).toContainText('第2次报送，替换第1次')
})

test('data of a newer version are left alone', async ({ open, folder }) => {
  const data = path.join(folder, '花园镇')
  const { page, close } = await open('花园镇')
  await createUnit(page, township)
  await close()
  const version = path.join(data, 'version.json')
  writeFileSync(version, JSON.stringify({ ...JSON.parse(readFileSync(version, 'utf8')), app: '9.0.0', store: 99 }))
  // The browser's own profile is in use before main can say anything; what the clerk typed is not in it.
  const untouched = () => [...filesIn(data, 'chromium-profile'), ...filesIn(indexedDbFolder(data))]
  const before = untouched()
  const { exit, words } = await startOnHost([`--user-data-dir=${data}`])
  expect(exit).toBe(1)
  expect(words).toContain('程序未能打开：数据由新版本的程序保存')
  expect(words).toContain('新版本（9.0.0）')
  expect(words).toContain('请安装新版本再打开')
  expect(untouched()).toEqual(before)
})

/** Every file below a folder with size and time of its last change. */
function filesIn(folder: string, except = ''): string[] {
  return filesBelow(folder)
    .filter((file) => except === '' || !file.startsWith(path.join(folder, except)))
    .map((file) => [file, statSync(file).size, statSync(file).mtimeMs].join(' '))
    .sort()
}

/** Starts the program on the host, whose error box speaks on the console, until it ends. */
function startOnHost(args: string[]): Promise<{ exit: number | null; words: string }> {
  const [command, ...rest] = appCommand(projectRoot, args)
  const child = spawn(command, rest, { env: { ...process.env, OGI_HOST_MODE: 'headless' } })
  let words = ''
  child.stdout.on('data', (text) => {
    words += String(text)
  })
  child.stderr.on('data', (text) => {
    words += String(text)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exit) => resolve({ exit, words }))
  })
}

/** A small file system of the test's own at `folder`; false where this machine does not let us. */
function mountSmall(folder: string, size: string): boolean {
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'ogi-test', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * Fills the file system that `file` lies on to the last byte, and fills it again: Chromium gives space back when its
 * database could not grow.
 */
function fillAndKeepFull(file: string): ChildProcess {
  const fill = 'cat /dev/zero >> "$1"'
  execFileSync('sh', ['-c', `${fill} || true`, 'sh', file], { stdio: 'ignore' })
  return spawn('sh', ['-c', `while :; do ${fill}; sleep 0.02; done`, 'sh', file], { stdio: 'ignore' })
}
