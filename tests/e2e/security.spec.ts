import { chmodSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { App } from '../../build/host/launch.ts'
import { addUnits, createUnit, goTo, openFiles, submit } from '../../build/walk/clerk.ts'
import { desktopArguments } from '../../shared/desktop-arguments.ts'
import { everyScreen } from '../fixtures/every-screen.ts'
import { filesBelow, readLive } from '../fixtures/live-folder.ts'
import { windowProblems } from '../fixtures/window-problems.ts'
import { test } from '../fixtures/window-test.ts'

declare global {
  interface Window {
    /** What the policy refused since the page was loaded. */
    violations: string[]
  }
}

const county = { name: '孝昌县人民政府', level: '县（市、区）', code: '420921000000', parent: '' } as const

/** Counts from the page's first line on: it is loaded anew. */
async function countViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      window.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  await page.reload()
}

test('every screen keeps to the policy and asks nobody but the program', async ({ open, folder }) => {
  const { app, page } = await open('示例')
  const problems = windowProblems(page)
  const addresses = new Set<string>()
  app.context().on('request', (request) => addresses.add(request.url()))
  await countViolations(page)
  const { origin } = new URL(page.url())
  await everyScreen(page, async (name) => {
    expect(await page.evaluate(() => window.violations), name).toEqual([])
  })
  // Files go out and come in through the worker, too.
  await page.getByRole('button', { name: '撤销' }).click()
  const file = path.join(folder, '花园镇.ogi')
  await submit(app, page, file)
  await openFiles(app, page, [file])
  expect(await page.evaluate(() => window.violations)).toEqual([])
  expect(problems).toEqual([])
  const own = (address: string) => new URL(address).origin === origin || /^(blob|data):/.test(address)
  expect([...addresses].filter((address) => !own(address))).toEqual([])
  const seen = [...addresses].map((address) => new URL(address).pathname)
  for (const wanted of [/import-worker/, /pdf\.worker/, /^\/file\//]) {
    expect(
      seen.some((pathname) => wanted.test(pathname)),
      String(wanted),
    ).toBe(true)
  }
  // The count counts.
  const refused = await page.evaluate(async () => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }))
    await new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }))
    return window.violations
  })
  expect(refused).toHaveLength(1)
})

test.describe('a page', () => {
  let app: App
  let page: Page
  test.beforeEach(async ({ open }) => {
    ;({ app, page } = await open('县里'))
    await createUnit(page, county)
  })

  test('has nothing of Node', async () => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      '__dirname',
      'electron',
      'ipcRenderer',
    ]
    const types = await page.evaluate((all) => all.map((name) => typeof Reflect.get(globalThis, name)), names)
    expect(types).toEqual(names.map(() => 'undefined'))
    const offered = await page.evaluate(() => Object.keys(window.desktop).sort())
    expect(offered).toEqual([...Object.keys(desktopArguments), 'onCommand', 'onOpenFiles'].sort())
  })

  test('runs no text as a program', async () => {
    const outcome = await page.evaluate(async () => {
      const script = Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })
      document.body.append(script)
      // What a test evaluates may itself evaluate; what the page does later may not.
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new Function('return 1')())
          } catch (error) {
            resolve(error instanceof Error ? error.name : '')
          }
        }),
      )
      return [evaluated, Reflect.has(window, 'ran')]
    })
    expect(outcome).toEqual(['EvalError', false])
  })

  test.describe('in a browser that ends with it', () => {
    // A window that is refused late is nobody's: no other test's program may find it.
    test.use({ chromium: 'own' })

    test('opens no window and goes nowhere', async () => {
      await app.evaluate(({ BrowserWindow }) => {
        const refused: string[] = []
        Reflect.set(globalThis, 'refused', refused)
        BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
          if (event.defaultPrevented) refused.push(event.url)
        })
      })
      const before = page.url()
      const opened = await page.evaluateHandle(() => [
        window.open('https://example.com/'),
        window.open('/index.html', '_blank'),
      ])
      const follow = (target: string) =>
        page.evaluate((name) => {
          const link = Object.assign(document.createElement('a'), { href: `https://example.com/${name}`, target: name })
          document.body.append(link)
          // In a task of its own: a navigation that is stopped may take the answer of `evaluate` with it.
          setTimeout(() => link.click())
        }, target)
      const refused = () => app.evaluate(() => Reflect.get(globalThis, 'refused'))
      await follow('_blank')
      await follow('_self')
      // A navigation that is begun before the one before it was refused takes its place: one after the other.
      await expect.poll(refused).toEqual(['https://example.com/_self'])
      await follow('_top')
      await expect.poll(refused).toEqual(['https://example.com/_self', 'https://example.com/_top'])
      await expect
        .poll(() => opened.evaluate((windows) => windows.map((one) => one === null || one.closed)))
        .toEqual([true, true])
      await expect.poll(() => app.windows().length).toBe(1)
      expect(page.url()).toBe(before)
      await goTo(page, '检查')
      await expect(page.getByRole('heading', { name: '检查' })).toBeVisible()
      const asked = await page.evaluate(() =>
        Promise.all(
          (['geolocation', 'notifications', 'camera'] as const).map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          ),
        ),
      )
      expect(asked).not.toContain('granted')
    })
  })

  test('reaches no file beside the program, whatever address it asks', async () => {
    const addresses = [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fmain%2fmain.js',
      '/assets/..%5c..%5c..%5cpackage.json',
      '/%2fetc%2fpasswd',
      '//etc/passwd'.replace('//', '/%2f'),
      '/C:%5cWindows%5cwin.ini',
      '/index.html%00.png',
      '/main/main.js',
      '/preload/preload.cjs',
      '/file/..%2f..%2fetc%2fpasswd',
      '/file/../../etc/passwd',
      '/file/0000000000000000000000000000000a',
      '/file/',
    ]
    const answers = await page.evaluate(
      (all) => Promise.all(all.map(async (address) => [address, (await fetch(address)).status] as const)),
      addresses,
    )
    for (const [address, status] of answers) expect([403, 404], address).toContain(status)
    const written = await page.evaluate(() =>
      Promise.all(
        ['PUT', 'POST', 'DELETE'].map(async (method) => (await fetch('/index.html', { method, body: 'x' })).status),
      ),
    )
    expect(written).toEqual([405, 405, 405])
    const outside = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    expect(outside).toBe('refused')
  })

  test('is refused where its arguments are not what main expects', async () => {
    const bad: readonly [string, unknown[]][] = [
      ['start', [1]],
      ['append', []],
      ['append', [{ action: 'x' }]],
      ['append', [{ action: 'x', author: '', unit: 'a', year: '2020', changes: [] }]],
      ['readJournal', [-1]],
      ['readJournal', ['0']],
      ['chooseFiles', ['/etc']],
      ['stage', ['']],
      ['stage', [42]],
      ['keepReceived', ['0'.repeat(32)]],
      ['keepReceived', [['../../etc/passwd']]],
      ['keepReceived', [Array(26).fill('0'.repeat(32))]],
      ['checkReceived', [['../journal/000001']]],
      ['readReceived', ['../journal/000001']],
      ['readReceived', ['A'.repeat(64)]],
      ['saveFile', ['0'.repeat(32)]],
      ['saveFile', ['0'.repeat(32), { name: '../x', kind: 'ogi' }]],
      ['saveFile', ['0'.repeat(32), { name: 'x', kind: 'exe' }]],
      ['saveFile', ['0'.repeat(32), { name: 'x', kind: 'ogi', path: '/etc/x' }]],
      ['renderPdf', ['https://example.com/']],
      ['printPaper', [null]],
      ['showInFolder', [['/']]],
      ['showInFolder', ['x'.repeat(5000)]],
      ['copyText', [{}]],
      ['copyText', ['x'.repeat(1_000_001)]],
    ]
    const answers = await page.evaluate(
      (calls) =>
        Promise.all(
          calls.map(async ([method, args]) => {
            const call: unknown = Reflect.get(window.desktop, method)
            if (typeof call !== 'function') return `${method} is missing`
            try {
              await Reflect.apply(call, undefined, args)
              return `${method}(${JSON.stringify(args)}) was accepted`
            } catch (error) {
              return error instanceof Error ? error.message : ''
            }
          }),
        ),
      bad.map(([method, args]) => [method, args] as const),
    )
    for (const [i, [method]] of bad.entries()) expect(answers[i]).toContain(`${method}: arguments not accepted`)
    const foreign = await page.evaluate(async () => {
      const saved = await window.desktop.saveFile('0'.repeat(32), { name: '年报.ogi', kind: 'ogi' })
      const read = await window.desktop.readReceived('a'.repeat(64))
      return [saved.ok, read.ok]
    })
    expect(foreign).toEqual([false, false])
  })
})

test('the program shows no folder but those it saved to', async ({ open, folder }) => {
  const { app, page } = await open('花园镇')
  await createUnit(page, { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '' })
  await app.evaluate(({ shell }) => {
    const shown: string[] = []
    Reflect.set(globalThis, 'shownFolders', shown)
    shell.showItemInFolder = (file) => void shown.push(file)
  })
  const file = path.join(folder, '报送.ogi')
  await submit(app, page, file)
  await page.evaluate(() => window.desktop.showInFolder('/etc/passwd'))
  await page.getByRole('button', { name: '打开所在的文件夹' }).click()
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'shownFolders'))).toEqual([file])
})

test('a name in a list is text, never markup', async ({ open }) => {
  const { page } = await open('县里')
  const problems = windowProblems(page)
  await createUnit(page, { ...county, name: '<img src=x onerror=alert(1)>县' })
  await addUnits(page, ['<b>花园镇</b>\t420921001000'])
  await expect(page.getByRole('button', { name: '<b>花园镇</b>', exact: true })).toBeVisible()
  await goTo(page, '打印预览')
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(problems).toEqual([])
})

// Windows knows no such rights: there the data folder lies in the account's own.
if (process.platform !== 'win32') {
  test.describe('the data folder', () => {
    test.use({ chromium: 'own' })

    test('what the program keeps is for this account alone, also what was there before it started', async ({
      open,
      folder,
    }) => {
      const profile = path.join(folder, 'township')
      const ours = ['', 'journal', 'received', 'logs']
      /** What others may look into, of the folder itself and of what we keep in it. */
      const seenByOthers = () =>
        ours.flatMap((name) => {
          const place = path.join(profile, name)
          if (!existsSync(place)) return []
          const list = () => [place, ...filesBelow(place, { recursive: false })]
          return readLive(list, (one) => statSync(one).mode & 0o077).filter(([, rights]) => rights !== 0)
        })
      const first = await open('township')
      await createUnit(first.page, { name: '花园镇', level: '乡镇（街道）', code: '420921001000', parent: '' })
      await first.page.evaluate(() => window.desktop.seal('{}', 'requests|1'))
      await first.close()
      expect(seenByOthers()).toEqual([])

      for (const name of ['keyring.json', 'journal/000001.ogij']) chmodSync(path.join(profile, name), 0o644)
      for (const name of ['', 'journal']) chmodSync(path.join(profile, name), 0o755)
      await open('township')
      await expect.poll(seenByOthers).toEqual([])
    })
  })
}
