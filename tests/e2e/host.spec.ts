import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { chromiumPath } from '../../build/chromium.ts'
import { type App, killApp, launchApp, launchInBrowserMode, runSecondInstance } from '../../build/host/launch.ts'
import type { BrowserModeApp } from '../../build/host/testing/browser-mode-app.ts'
import { LentChromium } from '../../build/host/testing/lent-chromium.ts'

declare global {
  interface Window {
    fixture: {
      bytes(bytes: Uint8Array): Promise<Uint8Array>
      values(values: unknown): Promise<unknown[]>
      fail(): Promise<never>
      sender(): Promise<unknown>
      save(name: string, text: string): Promise<string>
      guard(on: boolean): void
    }
  }
}

const root = path.resolve(import.meta.dirname, '../fixtures/host-app')
let folder = ''
const options = (...args: string[]) => ({ root, args: [`--user-data-dir=${folder}/数据 1`, ...args] })

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'host-spec-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

function pdfText(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-']).toString()
}

test.describe('a Chromium on loan', () => {
  /** What a page keeps: it is asked, then keeps something more. */
  const keptBefore = (page: Page) =>
    page.evaluate(async () => {
      const databases = (await indexedDB.databases()).map(({ name }) => name)
      // "rows" is what the page itself begins with.
      const kept = [
        databases.filter((name) => name !== 'rows'),
        { ...localStorage },
        { ...sessionStorage },
        await caches.keys(),
      ]
      localStorage.setItem('a', '1')
      sessionStorage.setItem('b', '2')
      await caches.open('c')
      const opened = indexedDB.open('d', 1)
      await new Promise((resolve) => opened.addEventListener('success', resolve))
      return kept
    })

  test('goes from one application to the next, which finds nothing of the first', async () => {
    const lent = await LentChromium.start()
    const lend = async () => lent
    try {
      const first = await launchApp(options(), lend)
      expect(lent.isFree).toBe(false)
      expect(await keptBefore(await first.firstWindow())).toEqual([[], {}, {}, []])
      const again = await first.firstWindow()
      await again.reload()
      expect(await keptBefore(again)).toEqual([['d'], { a: '1' }, { b: '2' }, ['c']])
      await first.close()
      expect([lent.isFree, lent.context.pages().length]).toEqual([true, 0])

      const second = await launchApp(options(), lend)
      expect(await keptBefore(await second.firstWindow())).toEqual([[], {}, {}, []])
      await second.close()
    } finally {
      await lent.close()
    }
  })

  test('is given to one application at a time: a second one starts its own', async () => {
    const lent = await LentChromium.start()
    try {
      const first = await launchApp(options(), async () => lent)
      const second = await launchApp({ root, args: [`--user-data-dir=${folder}/数据 2`] }, async () => lent)
      const pages = await Promise.all([first, second].map((app) => app.firstWindow()))
      expect(await Promise.all(pages.map((page) => keptBefore(page)))).toEqual([
        [[], {}, {}, []],
        [[], {}, {}, []],
      ])
      expect(existsSync(`${folder}/数据 2/chromium-profile`)).toBe(true)
      await second.close()
      await first.close()
    } finally {
      await lent.close()
    }
  })
})

test.describe('a driven Chromium', () => {
  let app: App
  let page: Page
  test.beforeEach(async () => {
    app = await launchApp(options())
    page = await app.firstWindow()
  })
  test.afterEach(() => app.close())

  test('IPC carries bytes, dates, maps and error texts as Electron does', async () => {
    const seen = await page.evaluate(async () => {
      const part = new Uint8Array(256).map((_, at) => at).subarray(10, 14)
      const large = await window.fixture.bytes(new Uint8Array(3_000_000).fill(7))
      const [date, map, ...values] = await window.fixture.values([
        new Date(0),
        new Map([['a', 1n]]),
        undefined,
        -0,
        { $: 1 },
        '孝昌县',
      ])
      return {
        part: [...(await window.fixture.bytes(part))],
        large: [large.length, large[0], large.at(-1)],
        values,
        date,
        map: map instanceof Map ? [...map] : [],
        failure: await window.fixture.fail().catch((error: Error) => error.message),
        uncloneable: await window.fixture.values(() => 1).catch((error: Error) => error.message),
        sender: await window.fixture.sender(),
        frozen: Object.isFrozen(window.fixture),
        leaks: [typeof Reflect.get(globalThis, '__ogiHostSend'), typeof Reflect.get(globalThis, 'require')],
      }
    })
    expect(seen.part).toEqual([245, 244, 243, 242])
    expect(seen.large).toEqual([3_000_000, 248, 248])
    expect(seen.values).toEqual([undefined, -0, { $: 1 }, '孝昌县'])
    expect(seen.date).toEqual(new Date(0))
    expect(seen.map).toEqual([['a', 1n]])
    expect(seen.failure).toBe("Error invoking remote method 'fail': RangeError: 磁盘已满")
    expect(seen.uncloneable).toContain('could not be cloned')
    expect(seen.sender).toEqual({ url: 'app://bundle/index.html', isMain: true, secret: '密钥' })
    expect(seen.frozen).toBe(true)
    expect(seen.leaks).toEqual(['undefined', 'undefined'])
  })

  test('main sees what the page has sent, whatever way a test asks', async () => {
    for (let round = 0; round < 100; round += 1) {
      const on = round % 2 === 0
      await page.evaluate((value) => window.fixture.guard(value), on)
      const kept = await app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        let prevented = false
        window?.emit('close', {
          preventDefault: () => {
            prevented = true
          },
        })
        return prevented
      })
      expect(kept).toBe(on)
    }
    await page.evaluate(() => window.fixture.guard(false))
  })

  test('the page keeps its policy and reaches nothing outside', async () => {
    const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'))
    expect(policy).toContain("default-src 'none'")
    const outcome = await page.evaluate(async () => {
      const violated = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
          once: true,
        }),
      )
      document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }))
      const { state } = await navigator.permissions.query({ name: 'geolocation' })
      return { violated: await violated, state, secure: isSecureContext }
    })
    expect(outcome).toEqual({ violated: 'img-src', state: 'denied', secure: true })
    const outside = await page.context().newPage()
    await expect(outside.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
    await outside.close()
  })

  test('the page opens no window and goes nowhere by itself', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      const asked: string[] = []
      Reflect.set(globalThis, 'asked', asked)
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.setWindowOpenHandler(({ url }) => {
        asked.push(`open ${url}`)
        return { action: 'deny' }
      })
      contents?.on('will-navigate', ({ url }) => asked.push(`go to ${url}`))
    })
    const mainWasAsked = (...asked: string[]) =>
      expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual(asked)
    // In a task of its own: a navigation that is stopped may take the answer of `evaluate` with it.
    const follow = (target: string) =>
      page.evaluate((name) => {
        const link = Object.assign(document.createElement('a'), { href: 'http://example.com/', target: name })
        document.body.append(link)
        setTimeout(() => link.click())
      }, target)

    await page.evaluate(() => void window.open('/index.html'))
    await mainWasAsked('open app://bundle/index.html')
    await follow('_blank')
    await mainWasAsked('open app://bundle/index.html', 'open http://example.com/')
    await follow('_self')
    await mainWasAsked('open app://bundle/index.html', 'open http://example.com/', 'go to http://example.com/')
    await expect.poll(() => app.windows().length).toBe(1)
    await page.evaluate(() => window.fixture.sender())
    expect(page.url()).toBe('http://bundle.app.localhost/index.html')
    await page.reload() // asked from outside: not the page's own wish
    await expect(page.getByRole('heading', { name: '登记' })).toBeVisible()
  })

  test('bytes go to the protocol from the page and from a worker', async () => {
    const size = 5 << 20
    const sizes = await page.evaluate(async (bytes) => {
      const response = await fetch('/file/echo', { method: 'POST', body: new Uint8Array(bytes).fill(9) })
      const worker = new Worker('/worker.js')
      const fromWorker = new Promise((resolve) =>
        worker.addEventListener('message', ({ data }) => resolve(data), { once: true }),
      )
      worker.postMessage(bytes)
      const unread = await fetch('/file/unread', { method: 'POST', body: new Uint8Array(bytes) })
      const broken = await fetch('/file/broken').catch((error: Error) => error.name)
      return [(await response.arrayBuffer()).byteLength, await fromWorker, unread.status, broken]
    }, size)
    expect(sizes).toEqual([size, size, 413, 'TypeError'])
  })

  test('dialogs are scripted through evaluate; a hidden window prints a PDF', async () => {
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('status')).toHaveText('取消')
    const target = path.join(folder, '年报.pdf')
    const source = path.join(folder, '来文.txt')
    writeFileSync(source, '二十个乡镇')
    await app.evaluate(
      ({ dialog }, paths) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.target })
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [paths.source] })
      },
      { target, source },
    )
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await expect(page.getByRole('status')).toHaveText('来文.txt 二十个乡镇')
    await page.getByRole('button', { name: '打印' }).click()
    await expect(page.getByRole('status')).toHaveText(target)
    const text = pdfText(target)
    expect(text).toContain('政府信息公开工作年度报告')
    expect(text).toMatch(/80\s+花园镇/)
    expect(text).not.toContain('脚本运行了')
    const info = execFileSync('pdfinfo', [target]).toString()
    expect(info).toMatch(/Page size:\s+84\d\.?\d* x 59\d/) // A4 on its side, as the page's own style asks
    expect(text.match(/序号/g)?.length).toBe(Number(/Pages:\s+(\d+)/.exec(info)?.[1]))
    expect(app.windows()).toHaveLength(1)
  })

  test('menus, bounds and several windows', async () => {
    const seen = await app.evaluate(async ({ BrowserWindow, Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('retitle')?.click()
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(1093, 614)
      const second = new BrowserWindow({ show: false })
      await second.loadURL('app://bundle/file/report')
      const title = await second.webContents.executeJavaScript('document.body.lastElementChild.tagName')
      const count = BrowserWindow.getAllWindows().length
      second.destroy()
      return { title: window?.getTitle(), tag: title, count, left: BrowserWindow.getAllWindows().length }
    })
    expect(seen).toEqual({ title: '改过', tag: 'TABLE', count: 2, left: 1 })
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([1093, 614])
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768])
    await expect(
      app.evaluate(() => {
        throw new Error('in main')
      }),
    ).rejects.toThrow('in main')
  })
})

test('rows survive a restart and a kill of main and browser', async () => {
  let app = await launchApp(options())
  let page = await app.firstWindow()
  const add = async () => {
    await page.getByRole('button', { name: '新增' }).click()
    await expect(page.getByRole('status')).toHaveText('已保存')
  }
  await add()
  await app.close()
  app = await launchApp(options())
  page = await app.firstWindow()
  await expect(page.getByRole('listitem')).toHaveCount(1)
  await add()
  await killApp(app)
  app = await launchApp(options())
  page = await app.firstWindow()
  await expect(page.getByRole('listitem')).toHaveCount(2)
  // Main alone is killed: its browser goes by itself, and the next start waits for that.
  const closed = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await closed
  app = await launchApp(options())
  page = await app.firstWindow()
  await expect(page.getByRole('listitem')).toHaveText(['第1行', '第2行'])
  await app.close()
})

test('a file on the command line, a second instance, a close guard', async () => {
  const app = await launchApp(options('/甲/一.ogi'))
  const page = await app.firstWindow()
  await expect(page.getByRole('status')).toHaveText('文件 /甲/一.ogi')
  expect(await runSecondInstance(options('/乙/二.ogi'))).toBe(0)
  await expect(page.getByRole('status')).toHaveText('文件 /乙/二.ogi')
  await page.evaluate(() => window.fixture.guard(true))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(page.getByRole('status')).toHaveText('还没有保存')
  await page.evaluate(() => window.fixture.guard(false))
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: running }) => {
    running.quit()
  })
  await closed
})

test.describe('browser mode', () => {
  let browser: Browser
  let app: BrowserModeApp
  let page: Page
  let violations: string[]

  test.beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ['--no-sandbox'] })
  })
  test.afterAll(() => browser.close())
  test.beforeEach(async () => {
    app = await launchInBrowserMode(options())
    page = await (await browser.newContext()).newPage()
    violations = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text())
    })
    await page.goto(app.link)
    await expect(page.getByRole('heading', { name: '登记' })).toBeVisible()
  })
  test.afterEach(async () => {
    await app.close()
    await page.context().close()
    expect(violations).toEqual([])
  })

  const output = () => page.locator('body > output')
  const panel = () => page.locator('ogi-host')
  const upload = () => panel().locator('input[type=file]')

  test('the link works once, and lets in nobody else', async () => {
    expect(await page.evaluate(() => window.fixture.sender())).toMatchObject({ url: 'app://bundle/index.html' })
    const context = await browser.newContext()
    const stranger = await context.newPage()
    const { origin, port } = new URL(app.link)
    const statusOf = async (address: string) => (await stranger.goto(address))?.status()
    for (const address of [app.link, `${origin}/index.html`, `${origin}/__host/page.js`]) {
      expect(await statusOf(address)).toBe(403)
    }
    expect(await statusOf(`http://127.0.0.1:${port}/`)).toBe(421)
    expect(await statusOf(`http://outside.example.localhost:${port}/`)).toBe(421)
    await context.close()
  })

  test('dialogs are drawn in the page; files and folders go up', async () => {
    writeFileSync(path.join(folder, '来文.txt'), '二十个乡镇')
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await upload().setInputFiles(path.join(folder, '来文.txt'))
    await expect(output()).toHaveText('来文.txt 二十个乡镇')
    await page.getByRole('button', { name: '打开文件夹' }).click()
    await upload().setInputFiles(folderWithFile())
    await expect(output()).toHaveText('群文件/一.txt')
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await panel().getByRole('button', { name: '取消' }).click()
    await expect(output()).toHaveText('取消')
    await page.getByRole('button', { name: '询问' }).click()
    await panel().getByRole('button', { name: '退回' }).click()
    await expect(output()).toHaveText('退回')
  })

  test('files come down; a PDF is printed', async () => {
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('年报 一.txt')
    expect(readFileSync(await file.path(), 'utf8')).toBe('花园镇')

    const printed = page.waitForEvent('download')
    await page.getByRole('button', { name: '打印' }).click()
    expect(pdfText(await (await printed).path())).toContain('政府信息公开工作年度报告')

    const onPaper = page.waitForEvent('download')
    const success = await app.evaluate(async ({ BrowserWindow }) => {
      const hidden = new BrowserWindow({ show: false })
      await hidden.loadURL('app://bundle/file/report')
      const printed = await new Promise((resolve) => hidden.webContents.print({}, resolve))
      hidden.destroy()
      return printed
    })
    expect([success, (await onPaper).suggestedFilename()]).toEqual([true, '打印.pdf'])
  })

  test('what was saved is there after a reload; the end is told, and leaves nothing', async () => {
    await page.getByRole('button', { name: '新增' }).click()
    await expect(output()).toHaveText('已保存')
    await page.reload()
    await expect(page.getByRole('listitem')).toHaveText(['第1行'])
    const spool = await page.evaluate(() => window.fixture.save('x', 'y'))
    await app.close()
    expect(existsSync(spool)).toBe(false)
    await expect(page.getByText('程序已经退出')).toBeVisible()
  })
})

function folderWithFile(): string {
  const made = path.join(folder, '群文件')
  mkdirSync(made)
  writeFileSync(path.join(made, '一.txt'), '一')
  return made
}
