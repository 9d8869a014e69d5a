import { randomBytes } from 'node:crypto'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DurableFiles } from '../../electron/disk/durable-files.ts'
import type { Keyring } from '../../electron/keyring/keyring.ts'
import type { SealedFields } from '../../shared/model/entry/entry-record.ts'
import { systemError } from '../fixtures/system-error.ts'
import { fakeSecrets } from '../unit/electron/keyring/fake-secrets.ts'
import { copyNames, must, record, startKeyring } from '../unit/electron/keyring/keyring-fixture.ts'

const FOLDER = '/data'
const files = copyNames.map((name) => path.join(FOLDER, name))

/** A disk in memory that stops taking anything after so many more writes. */
class MemoryDisk {
  readonly held = new Map<string, Buffer>()
  writesLeft = Number.POSITIVE_INFINITY

  readonly files: DurableFiles = {
    makeFolder: async () => {},
    list: async (folder) =>
      [...this.held.keys()].filter((file) => path.dirname(file) === folder).map((file) => path.basename(file)),
    read: async (file) => {
      const bytes = this.held.get(file)
      if (bytes === undefined) throw systemError('ENOENT')
      return Buffer.from(bytes)
    },
    openForWriting: async () => {
      throw systemError('EIO')
    },
    writeWhole: async (file, bytes) => {
      if (this.writesLeft <= 0) throw systemError('EIO')
      this.writesLeft -= 1
      this.held.set(file, Buffer.from(bytes))
    },
    remove: async (file) => void this.held.delete(file),
    syncFolder: async () => {},
  }
}

type Blow = { readonly kind: 'remove' | 'zero' | 'foreign' } | { readonly kind: 'flip' | 'older'; readonly at: number }

const blow: fc.Arbitrary<Blow> = fc.oneof(
  fc.constantFrom<Blow>({ kind: 'remove' }, { kind: 'zero' }, { kind: 'foreign' }),
  fc.record({ kind: fc.constantFrom('flip', 'older'), at: fc.nat() }),
)

type Step =
  | { readonly step: 'seal' | 'restart' }
  | { readonly step: 'drop' | 'crash-sealing' | 'crash-dropping'; readonly at: number }
  /** What happens to each copy while the program is not running; `spared` is left as it is. */
  | { readonly step: 'blows'; readonly blows: readonly (Blow | null)[]; readonly spared: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>({ step: 'seal' }) },
  fc.constant<Step>({ step: 'restart' }),
  fc.record({ step: fc.constantFrom('drop', 'crash-sealing', 'crash-dropping'), at: fc.nat() }),
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('blows'),
      blows: fc.tuple(...copyNames.map(() => fc.option(blow))),
      spared: fc.nat({ max: copyNames.length - 1 }),
    }),
  },
)

/** A history, with what was promised on the way. */
class History {
  readonly disk = new MemoryDisk()
  readonly sealed: { readonly text: string; readonly fields: SealedFields }[] = []
  readonly dropped = new Set<string>()
  /** Asked to go, and refused half way: gone or not. */
  readonly perhaps = new Set<string>()
  readonly snapshots: Buffer[] = []
  keyring: Keyring = this.#start()
  code = ''
  readonly #foreign: Buffer

  constructor(foreign: Buffer) {
    this.#foreign = foreign
  }

  async begin(): Promise<void> {
    this.code = must(await this.keyring.makeRecoveryCode()).code
    await this.#seal()
  }

  async take(one: Step): Promise<void> {
    this.snapshots.push(...files.flatMap((file) => this.disk.held.get(file) ?? []))
    switch (one.step) {
      case 'restart':
        this.keyring = this.#start()
        return
      case 'seal':
        return this.#seal()
      case 'drop':
        return this.#drop(one.at)
      case 'crash-sealing':
      case 'crash-dropping':
        this.disk.writesLeft = one.at % (copyNames.length + 1)
        await (one.step === 'crash-sealing' ? this.#seal() : this.#drop(one.at))
        this.disk.writesLeft = Number.POSITIVE_INFINITY
        this.keyring = this.#start()
        return
      case 'blows':
        for (const [i, what] of one.blows.entries())
          if (what !== null && i !== one.spared) this.#hit(files[i] ?? '', what)
        this.keyring = this.#start()
        await this.#settle()
    }
  }

  async check(): Promise<void> {
    const opened = must(await this.keyring.unseal(this.sealed.map(({ fields }) => ({ record, sealed: fields }))))
    for (const [i, { text, fields }] of this.sealed.entries()) {
      const read = opened[i]
      if (this.dropped.has(fields.keyId)) expect(read).toEqual({ text: null, why: 'erased' })
      else if (!this.perhaps.has(fields.keyId)) expect(read).toEqual({ text })
    }
  }

  #start(): Keyring {
    const secrets = fakeSecrets('clerk')
    const known = () => [...new Set(this.sealed.map(({ fields }) => fields.keyId.slice(0, 9)))]
    return startKeyring(FOLDER, { files: this.disk.files, secrets, sealedUnder: async () => known() })
  }

  /** Only where the spared copy is the one that a code opens, a code is asked for. */
  async #settle(): Promise<void> {
    const { problem } = await this.keyring.privacy()
    if (problem === null) return
    expect(problem).toMatchObject({ code: 'keyring-lost', canRestore: true })
    expect((await this.keyring.seal('x', record)).ok).toBe(false)
    expect(await this.keyring.restore(this.code)).toEqual({ ok: true, value: null })
  }

  async #seal(): Promise<void> {
    const text = randomBytes(4).toString('hex')
    const sealed = await this.keyring.seal(text, record)
    if (sealed.ok) this.sealed.push({ text, fields: sealed.value })
  }

  async #drop(at: number): Promise<void> {
    const one = this.sealed[at % this.sealed.length]
    if (one === undefined) return
    const done = await this.keyring.dropKeys([one.fields.keyId])
    if (done.ok) this.dropped.add(one.fields.keyId)
    else this.perhaps.add(one.fields.keyId)
  }

  #hit(file: string, what: Blow): void {
    const bytes = this.disk.held.get(file)
    if (what.kind === 'remove') this.disk.held.delete(file)
    else if (what.kind === 'foreign') this.disk.held.set(file, this.#foreign)
    else if (what.kind === 'older') {
      const older = this.snapshots[what.at % this.snapshots.length]
      if (older !== undefined) this.disk.held.set(file, older)
    } else if (bytes !== undefined) {
      const damaged = what.kind === 'zero' ? Buffer.alloc(bytes.length) : Buffer.from(bytes)
      if (what.kind === 'flip') damaged[what.at % bytes.length] = (bytes[what.at % bytes.length] ?? 0) ^ 1
      this.disk.held.set(file, damaged)
    }
  }
}

async function foreignKeyring(): Promise<Buffer> {
  const disk = new MemoryDisk()
  const other = startKeyring(FOLDER, { files: disk.files, secrets: fakeSecrets('elsewhere') })
  must(await other.makeRecoveryCode())
  return disk.held.get(files[0] ?? '') ?? Buffer.alloc(0)
}

describe('a keyring through any history in which one copy is spared each time', () => {
  it('loses no key that it gave out, and brings none back that was dropped', async () => {
    const foreign = await foreignKeyring()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const history = new History(foreign)
        await history.begin()
        for (const one of steps) {
          await history.take(one)
          await history.check()
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
