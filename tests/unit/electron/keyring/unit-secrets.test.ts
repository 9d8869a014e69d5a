import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { suiteOgi1 } from '../../../../shared/steps/package/envelope/suite-ogi-1.ts'
import { canonicalJson } from '../../../../shared/values/canonical-json.ts'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { fakeSecrets } from './fake-secrets.ts'
import { contentOf, copyNames, must, startKeyring } from './keyring-fixture.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})

const message = (manifest: object): string => `ogi-sign-1\nogi-1\nsubmission\n${canonicalJson(manifest)}`

describe('P19: a unit’s keys', () => {
  it('are made with the first use, the same at every start, and another unit’s are others', async () => {
    const first = must(await startKeyring(folder).signer('420921001000'))
    expect(must(await startKeyring(folder).signer('420921001000'))).toEqual(first)
    expect(must(await startKeyring(folder).signer('420921002000'))).not.toEqual(first)
    for (const name of copyNames) {
      const { units } = contentOf(folder, name)
      expect([...units.keys()]).toEqual(['420921001000', '420921002000'])
    }
  })

  it('are the same for all who ask at once', async () => {
    const keyring = startKeyring(folder)
    const asked = await Promise.all(Array.from({ length: 5 }, () => keyring.signer('420921001000')))
    expect(new Set(asked.map((one) => must(one).sign)).size).toBe(1)
  })

  it('sign a manifest that names them, and nothing else', async () => {
    const keyring = startKeyring(folder)
    const signer = must(await keyring.signer('420921001000'))
    const text = message({ suite: 'ogi-1', kind: 'submission', signer })
    const signature = Buffer.from(must(await keyring.sign('420921001000', text)), 'base64')
    expect(await suiteOgi1().verify(new TextEncoder().encode(text), signature, signer)).toBe(null)
    const other = must(await keyring.signer('420921002000'))
    for (const wrong of [
      '',
      'text',
      canonicalJson({ signer }),
      message({ suite: 'ogi-1', kind: 'submission', signer: other }),
      message({ suite: 'ogi-1', kind: 'receipt', signer }),
      message({ suite: 'ogi-2', kind: 'submission', signer }),
      message({}),
      `ogi-code-1\n${text}`,
      `${text} `,
    ]) {
      await expect(keyring.sign('420921001000', wrong)).rejects.toThrow()
    }
  })

  it('outlive the loss of one copy and of the account', async () => {
    const keyring = startKeyring(folder)
    const { code } = must(await keyring.makeRecoveryCode())
    const signer = must(await keyring.signer('420921001000'))
    writeFileSync(path.join(folder, 'keyring.json'), '')
    expect(must(await startKeyring(folder).signer('420921001000'))).toEqual(signer)
    const elsewhere = startKeyring(folder, { secrets: fakeSecrets('other') })
    expect(await elsewhere.signer('420921001000')).toMatchObject({ ok: false, problem: { code: 'locked' } })
    must(await elsewhere.restore(code))
    expect(must(await elsewhere.signer('420921001000'))).toEqual(signer)
  })
})
