import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FileTokens } from '../../../../electron/chosen/file-tokens.ts'
import { randomToken } from '../../../../electron/data/random.ts'
import { printPaper, renderPdf } from '../../../../electron/window/print.ts'

type Done = (success: boolean, reason: string) => void
const world = vi.hoisted(() => ({
  opened: [] as { options: unknown; isGone: boolean }[],
  loaded: [] as string[],
  load: async (_address: string) => {},
  pdf: vi.fn(),
  print: (_options: unknown, done: Done) => done(true, ''),
}))
vi.mock('electron', () => ({
  BrowserWindow: class {
    readonly seen: { options: unknown; isGone: boolean }
    readonly webContents = {
      printToPDF: world.pdf,
      print: (options: unknown, done: Done) => world.print(options, done),
    }
    constructor(options: unknown) {
      this.seen = { options, isGone: false }
      world.opened.push(this.seen)
    }
    loadURL(address: string) {
      world.loaded.push(address)
      return world.load(address)
    }
    isDestroyed() {
      return this.seen.isGone
    }
    destroy() {
      this.seen.isGone = true
    }
  },
}))

let tokens: FileTokens
const html = () => tokens.add({ kind: 'made', name: '年报', bytes: Buffer.from('<p>年报</p>') })

beforeEach(() => {
  tokens = new FileTokens(randomToken)
  world.opened = []
  world.loaded = []
  world.load = async () => {}
  world.pdf.mockReset().mockResolvedValue(Buffer.from('%PDF'))
})

describe('renderPdf()', () => {
  it('prints A4 from a hidden window and takes window and page away', async () => {
    const made = await renderPdf(html(), tokens)
    expect(made.ok && (await tokens.read(made.value))).toMatchObject({ value: { bytes: Buffer.from('%PDF') } })
    expect(world.pdf).toHaveBeenCalledWith({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
      pageSize: 'A4',
    })
    expect(world.opened).toMatchObject([
      { options: { show: false, webPreferences: { javascript: false } }, isGone: true },
    ])
    const [, page = ''] = /^app:\/\/bundle\/file\/([\w-]+)$/.exec(world.loaded[0] ?? '') ?? []
    expect(page).not.toBe('')
    expect(tokens.find(page)).toBeUndefined()
  })

  it('takes the window away where loading or printing fails', async () => {
    world.load = () => Promise.reject(new Error('ERR_FAILED'))
    expect(await renderPdf(html(), tokens)).toEqual({ ok: false, problem: { code: 'io', detail: 'ERR_FAILED' } })
    world.load = async () => {}
    world.pdf.mockRejectedValue(new Error('printing failed'))
    expect((await renderPdf(html(), tokens)).ok).toBe(false)
    expect(world.opened.map(({ isGone }) => isGone)).toEqual([true, true])
  })

  it('opens no window for a token without bytes', async () => {
    expect(await renderPdf(randomToken(), tokens)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
    expect(world.opened).toEqual([])
  })
})

describe('printPaper()', () => {
  it.each([
    [true, '', { ok: true, value: true }],
    [false, 'Print job canceled', { ok: true, value: false }],
    [false, 'Print job failed', { ok: false, problem: { code: 'io', detail: 'Print job failed' } }],
  ])('answers %s %s', async (success, reason, expected) => {
    world.print = (_options, done) => done(success, reason)
    expect(await printPaper(html(), tokens)).toEqual(expected)
    expect(world.opened[0]?.isGone).toBe(true)
  })
})
