import type { KeyringProblem, PrivacyState } from '../../shared/desktop.ts'
import type { SealedFields } from '../../shared/model/entry/entry-record.ts'
import { RECOVERY_CODE_BYTES, readRecoveryCode, recoveryCode } from '../../shared/values/recovery-code.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { type Box, closeBox, KEY_BYTES, openBox } from './cipher.ts'
import { KeyringWriter } from './keyring-writer.ts'
import {
  contentOf,
  findKeyring,
  isMaster,
  type KeyringTools,
  newKeyring,
  type OpenKeyring,
  openKeyring,
  wrapAgain,
} from './open-keyring.ts'
import { openWithRecovery, wrapForRecovery } from './recovery.ts'

const KEY_ID_BYTES = 12

/**
 * The keys of the records' personal data: each record has its own, under one master key, which the system keeps for the
 * account and the recovery code opens where the system does not. Opened with the first use, not at start.
 */
export class Keyring {
  readonly #tools: KeyringTools
  #opening: Promise<Result<OpenKeyring, KeyringProblem>> | null = null

  constructor(tools: KeyringTools) {
    this.#tools = tools
  }

  /** See `DesktopMethods.seal`. */
  async seal(text: string, keyId?: string): Promise<Result<SealedFields, KeyringProblem>> {
    const opened = await this.#open()
    if (!opened.ok) return opened
    const known = keyId === undefined ? null : recordKey(opened.value, keyId)
    if (keyId !== undefined && known !== null) return ok(this.#sealWith(known, keyId, text))
    const made = this.#newKey(opened.value)
    const written = await opened.value.writer.change(({ keys }) => void keys.set(made.id, made.wrapped))
    return written.ok ? ok(this.#sealWith(made.key, made.id, text)) : written
  }

  /** See `DesktopMethods.sealMany`. */
  async sealMany(texts: readonly string[]): Promise<Result<readonly SealedFields[], KeyringProblem>> {
    if (texts.length === 0) return ok([])
    const opened = await this.#open()
    if (!opened.ok) return opened
    const made = texts.map((text) => ({ text, ...this.#newKey(opened.value) }))
    const written = await opened.value.writer.change(({ keys }) => {
      for (const { id, wrapped } of made) keys.set(id, wrapped)
    })
    return written.ok ? ok(made.map(({ text, key, id }) => this.#sealWith(key, id, text))) : written
  }

  /** See `DesktopMethods.unseal`. */
  async unseal(sealed: readonly SealedFields[]): Promise<Result<readonly (string | null)[], KeyringProblem>> {
    if (sealed.length === 0) return ok([])
    const opened = await this.#open()
    if (!opened.ok) return opened
    return ok(
      sealed.map(({ keyId, ...content }) => {
        const key = recordKey(opened.value, keyId)
        return (key && openBox(key, keyId, content)?.toString('utf8')) ?? null
      }),
    )
  }

  /** See `DesktopMethods.dropKeys`. */
  async dropKeys(keyIds: readonly string[]): Promise<Result<null, KeyringProblem>> {
    const opened = await this.#open()
    if (!opened.ok) return opened
    const { writer } = opened.value
    if (!keyIds.some((id) => writer.content.keys.has(id))) return ok(null)
    return writer.change(({ keys }) => {
      for (const id of keyIds) keys.delete(id)
    })
  }

  async privacy(): Promise<PrivacyState> {
    const opened = await this.#open()
    if (!opened.ok) {
      const protection = (await this.#tools.secrets.protects()) ? 'system' : 'none'
      return { protection, recovery: 'none', problem: opened.problem }
    }
    const { master, recovery } = opened.value.writer.content
    return {
      protection: master.kind === 'system' ? 'system' : 'none',
      recovery: recovery === null ? 'none' : 'made',
      problem: null,
    }
  }

  /** See `DesktopMethods.makeRecoveryCode`. */
  async makeRecoveryCode(): Promise<Result<string, KeyringProblem>> {
    let opened = await this.#open()
    if (!opened.ok && opened.problem.code === 'keyring-damaged') opened = ok(await newKeyring(this.#tools))
    if (!opened.ok) return opened
    const { master, writer } = opened.value
    const code = recoveryCode(this.#tools.random(RECOVERY_CODE_BYTES))
    const wrap = await wrapForRecovery(code, master, this.#tools.random)
    const written = await writer.change((content) => {
      content.recovery = wrap
    })
    if (!written.ok) return written
    this.#opening = Promise.resolve(opened)
    return ok(code)
  }

  /** See `DesktopMethods.restoreKeyring`. */
  async restore(typed: string): Promise<Result<null, KeyringProblem>> {
    const code = readRecoveryCode(typed)
    if (code === null) return fail({ code: 'code-mistyped' })
    const opened = await this.#open()
    if (!opened.ok && opened.problem.code !== 'locked') return opened
    const writer = opened.ok ? ok(opened.value.writer) : await this.#lockedWriter()
    if (!writer.ok) return writer
    const { content } = writer.value
    if (content.recovery === null) return fail({ code: 'no-recovery-code' })
    const master = await openWithRecovery(code, content.recovery)
    if (master === null || !isMaster(master, content)) return fail({ code: 'code-wrong' })
    const restored = { master, writer: writer.value }
    const written = await wrapAgain(restored, this.#tools)
    if (written.ok) this.#opening = Promise.resolve(ok(restored))
    return written
  }

  async #lockedWriter(): Promise<Result<KeyringWriter, KeyringProblem>> {
    const found = await findKeyring(this.#tools)
    if (!found.ok) return found
    const content = contentOf(found.value)
    return content.ok ? ok(new KeyringWriter(this.#tools, content.value)) : content
  }

  /** Not in the keyring yet. */
  #newKey({ master }: OpenKeyring): { readonly id: string; readonly key: Buffer; readonly wrapped: Box } {
    const key = this.#tools.random(KEY_BYTES)
    const id = this.#tools.random(KEY_ID_BYTES).toString('base64url')
    return { id, key, wrapped: closeBox(master, id, key, this.#tools.random) }
  }

  #sealWith(key: Buffer, keyId: string, text: string): SealedFields {
    return { keyId, ...closeBox(key, keyId, Buffer.from(text, 'utf8'), this.#tools.random) }
  }

  /** A problem is not kept: the disk may take it next time, the system's password store be unlocked. */
  #open(): Promise<Result<OpenKeyring, KeyringProblem>> {
    if (this.#opening !== null) return this.#opening
    const opening = openKeyring(this.#tools)
    this.#opening = opening
    const forget = () => {
      if (this.#opening === opening) this.#opening = null
    }
    void opening.then((result) => result.ok || forget(), forget)
    return opening
  }
}

function recordKey({ master, writer }: OpenKeyring, keyId: string): Buffer | null {
  const wrapped = writer.content.keys.get(keyId)
  return wrapped === undefined ? null : openBox(master, keyId, wrapped)
}
