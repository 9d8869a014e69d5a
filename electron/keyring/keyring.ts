import type { ErasedKeys, KeyringProblem, MadeCode, PrivacyState, ToSeal, ToUnseal } from '../../shared/desktop.ts'
import type { SealedFields } from '../../shared/model/entry/entry-record.ts'
import type { Unsealed } from '../../shared/model/entry/personal-fields.ts'
import type { Signer } from '../../shared/model/package/signer.ts'
import type { UnitKeys } from '../../shared/steps/package/envelope/unit-keys.ts'
import { RECOVERY_CODE_BYTES, readRecoveryCode, recoveryCode } from '../../shared/values/recovery-code.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { toStorageProblem } from '../disk/system-problem.ts'
import { dropAside } from './drop-aside.ts'
import { findKeyring, writerOf } from './find-keyring.ts'
import { dropKeys } from './keyring-content.ts'
import { readCopies } from './keyring-copies.ts'
import type { KeyringTools, OpenKeyring } from './keyring-tools.ts'
import type { KeyringWriter } from './keyring-writer.ts'
import { olderKeyrings } from './older-keyrings.ts'
import { openKeyring } from './open-keyring.ts'
import { isContent } from './reconcile.ts'
import { ON_PAPER, wrapForRecovery } from './recovery.ts'
import { replaceKeyring, restoreKeyring, tryCode } from './restore-keyring.ts'
import { sealRecord, sealRecords, unsealRecords } from './seal-records.ts'
import { isMessageOf, keysOfUnit } from './unit-secrets.ts'

type Opened = Result<OpenKeyring, KeyringProblem>

/**
 * The keys of the records' personal data: each record has its own, under one master key, which the system keeps for the
 * account and a recovery code opens where the system does not. Opened with the first use.
 */
export class Keyring {
  readonly #tools: KeyringTools
  #opening: Promise<Opened> | null = null
  /** What may put another keyring in its place goes one after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(tools: KeyringTools) {
    this.#tools = tools
  }

  /** See `DesktopMethods.seal`. */
  async seal(text: string, record: string, keyId?: string): Promise<Result<SealedFields, KeyringProblem>> {
    const opened = await this.#open()
    return opened.ok ? sealRecord(opened.value, { record, text }, keyId, this.#tools.random) : opened
  }

  /** See `DesktopMethods.sealMany`. */
  async sealMany(texts: readonly ToSeal[]): Promise<Result<readonly SealedFields[], KeyringProblem>> {
    if (texts.length === 0) return ok([])
    const opened = await this.#open()
    return opened.ok ? sealRecords(opened.value, texts, this.#tools.random) : opened
  }

  /** See `DesktopMethods.unseal`. */
  async unseal(all: readonly ToUnseal[]): Promise<Result<readonly Unsealed[], KeyringProblem>> {
    if (all.length === 0) return ok([])
    const opened = await this.#open()
    return opened.ok ? ok(unsealRecords(opened.value, all)) : opened
  }

  /** See `DesktopMethods.droppedKeys`. Opened before the journal has all records, another keyring could be taken for theirs. */
  async droppedKeys(keyIds: readonly string[]): Promise<Result<readonly string[], KeyringProblem>> {
    try {
      const copies = (await readCopies(this.#tools)).map(({ content }) => content).filter(isContent)
      return ok(keyIds.filter((id) => copies.some(({ dropped }) => dropped.has(id))))
    } catch (error) {
      return fail(toStorageProblem(error))
    }
  }

  /** See `DesktopMethods.dropKeys`. Needs no master key: what is locked can be erased too. */
  dropKeys(keyIds: readonly string[]): Promise<Result<ErasedKeys, KeyringProblem>> {
    return this.#inTurn(async () => {
      if (keyIds.length === 0) return ok({ unreached: [] })
      const writer = await this.#anyWriter()
      if (!writer.ok) return writer
      const { dropped } = writer.value.content
      if (!keyIds.every((id) => dropped.has(id))) {
        const written = await writer.value.change((draft) => dropKeys(draft, keyIds))
        if (!written.ok) return written
      }
      try {
        return ok({ unreached: await dropAside(this.#tools, new Set(keyIds)) })
      } catch (error) {
        return fail(toStorageProblem(error))
      }
    })
  }

  /** See `DesktopMethods.signer`. */
  async signer(unit: string): Promise<Result<Signer, KeyringProblem>> {
    const keys = await this.#keysOf(unit)
    return keys.ok ? ok(keys.value.signer) : keys
  }

  /** See `DesktopMethods.sign`. */
  async sign(unit: string, message: string): Promise<Result<string, KeyringProblem>> {
    const keys = await this.#keysOf(unit)
    if (!keys.ok) return keys
    if (!isMessageOf(message, keys.value.signer)) throw new Error('no manifest that names this unit’s keys')
    const signature = await keys.value.sign(Buffer.from(message, 'utf8'))
    return ok(Buffer.from(signature).toString('base64'))
  }

  /** See `DesktopMethods.privacy`. */
  async privacy(): Promise<PrivacyState> {
    const opened = await this.#open()
    if (!opened.ok) {
      const protection = (await this.#tools.secrets.protects()) ? 'system' : 'none'
      return { protection, recovery: 'none', keyring: null, hasOlder: false, problem: opened.problem }
    }
    const { content } = opened.value.writer
    const older = await olderKeyrings(this.#tools, content).catch(() => [])
    return {
      protection: content.master.kind === 'system' ? 'system' : 'none',
      recovery: content.recovery.some(({ holder }) => holder === ON_PAPER) ? 'made' : 'none',
      keyring: content.id,
      hasOlder: older.length > 0,
      problem: null,
    }
  }

  /** See `DesktopMethods.makeRecoveryCode`. */
  async makeRecoveryCode(): Promise<Result<MadeCode, KeyringProblem>> {
    const opened = await this.#open()
    if (!opened.ok) return opened
    const { master, writer } = opened.value
    const code = recoveryCode(this.#tools.random(RECOVERY_CODE_BYTES))
    const wrap = await wrapForRecovery(code, master, ON_PAPER)
    const written = await writer.change((content) => {
      content.recovery = [...content.recovery.filter(({ holder }) => holder !== ON_PAPER), wrap]
    })
    return written.ok ? ok({ code, keyring: writer.content.id }) : written
  }

  /** See `DesktopMethods.restoreKeyring`. */
  async restore(typed: string): Promise<Result<null, KeyringProblem>> {
    const code = readRecoveryCode(typed)
    if (code === null) return fail({ code: 'code-mistyped' })
    return this.#replace((before) =>
      before.ok ? tryCode(this.#tools, code, before.value) : restoreKeyring(this.#tools, code),
    )
  }

  /** See `DesktopMethods.giveUpKeys`. */
  giveUp(): Promise<Result<null, KeyringProblem>> {
    return this.#replace(async (before) => {
      const isLost = !before.ok && (before.problem.code === 'locked' || before.problem.code === 'keyring-lost')
      return isLost ? replaceKeyring(this.#tools) : before
    })
  }

  async #keysOf(unit: string): Promise<Result<UnitKeys, KeyringProblem>> {
    const opened = await this.#open()
    return opened.ok ? keysOfUnit(opened.value, unit, this.#tools.random) : opened
  }

  /** A problem is not kept: the disk may take it next time, a good file be put back, the password store be unlocked. */
  #open(): Promise<Opened> {
    return this.#opening ?? this.#keep(openKeyring(this.#tools))
  }

  #keep(opening: Promise<Opened>): Promise<Opened> {
    this.#opening = opening
    const forget = () => {
      if (this.#opening === opening) this.#opening = null
    }
    void opening.then((result) => result.ok || forget(), forget)
    return opening
  }

  /** Whoever asks meanwhile waits for what comes of it. */
  #replace(make: (before: Opened) => Promise<Opened>): Promise<Result<null, KeyringProblem>> {
    return this.#inTurn(async () => {
      const before = await this.#open()
      const made = make(before)
      await this.#keep(made.then((result) => (result.ok ? result : before)))
      const result = await made
      return result.ok ? ok(null) : result
    })
  }

  async #anyWriter(): Promise<Result<KeyringWriter, KeyringProblem>> {
    const opened = await this.#open()
    if (opened.ok) return ok(opened.value.writer)
    if (opened.problem.code !== 'locked') return opened
    const found = await findKeyring(this.#tools)
    return found.ok ? writerOf(this.#tools, found.value) : found
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(task)
    this.#turn = done.catch(() => {})
    return done
  }
}
