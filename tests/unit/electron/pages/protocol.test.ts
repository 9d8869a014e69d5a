import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { FileTokens } from '../../../../electron/chosen/file-tokens.ts'
import { randomToken } from '../../../../electron/data/random.ts'
import { bundlePath } from '../../../../electron/pages/bundle-path.ts'
import { answerApp } from '../../../../electron/pages/protocol.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'

const windowPolicy = (style: string) =>
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'; " +
  `script-src 'self'; style-src ${style}; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'`

let folder: string
let tokens: FileTokens
let ask: (address: string, init?: RequestInit & { duplex?: 'half' }) => Promise<Response>

beforeEach(() => {
  folder = temporaryFolder()
  const root = path.join(folder, 'renderer')
  mkdirSync(path.join(root, 'assets'), { recursive: true })
  writeFileSync(path.join(root, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">年报')
  writeFileSync(path.join(root, 'assets/app.js'), 'run()')
  writeFileSync(path.join(root, 'assets/pdf.worker.mjs'), 'work()')
  writeFileSync(path.join(root, 'assets/module.wasm'), 'wasm')
  writeFileSync(path.join(folder, 'secret.json'), '{}')
  tokens = new FileTokens(randomToken)
  let load = 0
  const answer = answerApp({ root, tokens, nonce: () => `nonce${++load}` })
  ask = (address, init) => answer(new Request(address, init))
})

describe('answerApp()', () => {
  it('serves the start page with a nonce of its own for each load', async () => {
    for (const nonce of ['nonce1', 'nonce2']) {
      const page = await ask('app://bundle/')
      expect(await page.text()).toBe(`<meta name="csp-nonce" content="${nonce}">年报`)
      expect(page.headers.get('content-security-policy')).toBe(windowPolicy(`'self' 'nonce-${nonce}'`))
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('serves scripts with their type and the same policy, which workers live under', async () => {
    const script = await ask('app://bundle/assets/app.js?v=1#x')
    expect(await script.text()).toBe('run()')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('content-security-policy')).toBe(windowPolicy("'self'"))
  })

  it('serves a module worker as a script, or Chromium would not run it', async () => {
    const worker = await ask('app://bundle/assets/pdf.worker.mjs')
    expect(worker.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    'app://bundle/../secret.json',
    'app://bundle/%2e%2e/secret.json',
    'app://bundle/..%2fsecret.json',
    'app://bundle/assets/..%2f..%2fsecret.json',
    'app://bundle/..%5csecret.json',
    'app://bundle/%2fetc%2fpasswd',
    'app://bundle/index.html%00.js',
    'app://bundle/%E0%A4%A',
    'app://bundle/assets',
    'app://bundle/assets/module.wasm',
    'app://bundle/nothing.html',
  ])('has nothing at %s', async (address) => {
    expect((await ask(address)).status).toBe(404)
  })

  it.each(['app://other/index.html', 'app://bundle:1/index.html', 'http://bundle/index.html', 'file:///etc/passwd'])(
    'refuses %s',
    async (address) => {
      expect((await ask(address)).status).toBe(403)
    },
  )

  it('is read only beside tokens', async () => {
    expect((await ask('app://bundle/index.html', { method: 'POST', body: 'x' })).status).toBe(405)
  })
})

describe('app://bundle/file/<token>', () => {
  const at = (token: string) => `app://bundle/file/${token}`
  const post = (body: BodyInit, headers = {}) => ({ method: 'POST', body, headers, duplex: 'half' }) as const

  it('gives an opened file, never to be shown', async () => {
    const { token, size } = await tokens.addFile(path.join(folder, 'secret.json'), '报送.json')
    const file = await ask(at(token))
    expect([await file.text(), size]).toEqual(['{}', 2])
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect(file.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*sandbox$/)
  })

  it('takes staged bytes once', async () => {
    const token = tokens.add({ kind: 'staged', name: 'x', bytes: null })
    expect((await ask(at(token))).status).toBe(404)
    expect((await ask(at(token), post('花园镇'))).status).toBe(204)
    expect((await ask(at(token), post('again'))).status).toBe(409)
    expect(await (await ask(at(token))).text()).toBe('花园镇')
    expect(await tokens.read(token)).toEqual({ ok: true, value: { name: 'x', bytes: Buffer.from('花园镇') } })
  })

  it('refuses more than 200 MB, announced or not', async () => {
    const announced = tokens.add({ kind: 'staged', name: 'x', bytes: null })
    expect((await ask(at(announced), post('x', { 'content-length': '200000001' }))).status).toBe(413)
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(50_000_001)) })
    expect((await ask(at(announced), post(endless))).status).toBe(413)
    expect((await tokens.read(announced)).ok).toBe(false)
  })

  it('gives a stream as it comes, and breaks it off where its source fails', async () => {
    const good = tokens.add({
      kind: 'stream',
      name: 'x',
      open: async function* () {
        yield Buffer.from('{"a":1}\n')
        yield Buffer.from('{"a":2}\n')
      },
    })
    expect(await (await ask(at(good))).text()).toBe('{"a":1}\n{"a":2}\n')
    const bad = tokens.add({
      kind: 'stream',
      name: 'x',
      open: async function* () {
        yield Buffer.from('x')
        throw new Error('disk')
      },
    })
    await expect((await ask(at(bad))).text()).rejects.toThrow('disk')
  })

  it('shows a page to be printed with styles and without scripts', async () => {
    const page = await ask(at(tokens.add({ kind: 'print-page', name: 'x', bytes: Buffer.from('<p>年报</p>') })))
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'; " +
        "style-src 'unsafe-inline'; font-src 'self'; img-src data:",
    )
  })

  it('knows no other token, no dropped one, and no other method', async () => {
    const token = tokens.add({ kind: 'made', name: 'x', bytes: Buffer.from('x') })
    expect((await ask(at(token), { method: 'DELETE' })).status).toBe(405)
    expect((await ask(at(token), post('x'))).status).toBe(409)
    tokens.drop(token)
    expect((await ask(at(token))).status).toBe(404)
    expect((await ask(at(randomToken()))).status).toBe(404)
  })

  it('says when an opened file is gone', async () => {
    const { token } = await tokens.addFile(path.join(folder, 'secret.json'), 'x')
    rmSync(path.join(folder, 'secret.json'))
    expect((await ask(at(token))).status).toBe(404)
    expect(await tokens.read(token)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  })
})

describe('bundlePath()', () => {
  it('is not led to a sibling folder whose name begins alike', () => {
    expect(bundlePath('/app/renderer', '/../renderer-old/a.js')).toBeNull()
    expect(bundlePath('/app/renderer', '/a/b.js')).toBe(path.resolve('/app/renderer/a/b.js'))
  })
})
