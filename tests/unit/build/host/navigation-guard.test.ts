import { PassThrough, Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { cdpOverPipe } from '../../../../build/host/chromium/cdp-ways.ts'
import { NavigationGuard } from '../../../../build/host/chromium/navigation-guard.ts'

/** How a page is answered whose main refuses everything, when all that Chromium has said so far is this one request. */
async function answerTo(referrerPolicy: string): Promise<string> {
  const input = new PassThrough()
  const say = (message: object) => input.write(`${JSON.stringify(message)}\0`)
  const answer = Promise.withResolvers<string>()
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const { id, method } = JSON.parse(chunk.toString().slice(0, -1))
      if (method !== 'Fetch.enable') answer.resolve(method)
      say({ id, result: {} })
      done()
    },
  })
  const cdp = cdpOverPipe(output, input)
  const guard = new NavigationGuard({ mayNavigate: () => false })
  cdp.onEvent((method, params) => guard.onEvent(method, params))
  await guard.watch(cdp.sender(), 'main')
  const request = { url: 'http://example.com/', method: 'GET', referrerPolicy }
  say({ method: 'Fetch.requestPaused', params: { requestId: '1', frameId: 'main', request } })
  return answer.promise
}

it('knows from the request alone whether the page wants it or somebody outside', async () => {
  expect(await answerTo('strict-origin-when-cross-origin')).toBe('Fetch.failRequest')
  expect(await answerTo('no-referrer')).toBe('Fetch.failRequest')
  expect(await answerTo('unsafe-url')).toBe('Fetch.continueRequest')
})
