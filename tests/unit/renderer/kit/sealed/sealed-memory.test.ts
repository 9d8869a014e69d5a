import { describe, expect, it } from 'vitest'
import { listEntries } from '../../../../../renderer/features/register-list/list-entries.ts'
import { SealedMemory, UNSEAL_BATCH } from '../../../../../renderer/kit/sealed/sealed-memory.ts'
import { desktopArguments } from '../../../../../shared/desktop-arguments.ts'
import type { Entry, SealedFields } from '../../../../../shared/model/entry/entry-record.ts'
import { fail, ok } from '../../../../../shared/values/result.ts'
import { requestsRegister } from '../../../../fixtures/catalogue.ts'
import { memoryKeyring } from '../../../../fixtures/memory-keyring.ts'

const keyring = memoryKeyring({ keys: new Map(), dropped: new Set(), code: null })

async function sealed(name: string, person: Record<string, string>): Promise<SealedFields> {
  const result = await keyring.seal(JSON.stringify(person), `requests|${name}`)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

function entry(name: string, personal: SealedFields | null): Entry {
  const id = { unit: 'u', register: 'requests', entry: name }
  return { id, fields: { arrived: '2025-03-05', organ: '民政办' }, stages: [], personal, binned: null, unread: [] }
}

/** Counts what is unsealed. */
function counted() {
  const sizes: number[] = []
  const unseal: typeof keyring.unseal = (batch) => {
    desktopArguments.unseal.parse([batch])
    sizes.push(batch.length)
    return keyring.unseal(batch)
  }
  return { memory: new SealedMemory({ unseal }), sizes }
}

const isWanted = () => true
const names = (entries: readonly Entry[]) => entries.map(({ id }) => id.entry)

describe('SealedMemory', () => {
  it('lets a search find names and what is asked for, together with what is not sealed', async () => {
    const { memory, sizes } = counted()
    const entries = [
      entry('a', await sealed('a', { name: '张三', subject: 'ＧＤＰ核算底稿' })),
      entry('b', await sealed('b', { name: '李四' })),
      entry('c', null),
    ]
    const find = (text: string) =>
      names(
        listEntries(requestsRegister, entries, { text, year: null, choices: {}, sort: null }, (one) =>
          memory.text(one),
        ),
      )
    expect(find('张三')).toEqual([])
    expect(find('民政')).toEqual(['a', 'b', 'c'])
    expect(await memory.read(entries, { isWanted })).toBeNull()
    expect(find('张三')).toEqual(['a'])
    expect(find('民政 gdp')).toEqual(['a'])
    expect(find('张三 李四')).toEqual([])
    expect(sizes).toEqual([2])
  })

  it('reads what it knows only once, and anew what was sealed anew or erased', async () => {
    const { memory, sizes } = counted()
    const before = entry('a', await sealed('a', { name: '张三' }))
    await memory.read([before], { isWanted })
    await memory.read([before], { isWanted })
    expect(sizes).toEqual([1])
    const after = entry('a', await sealed('a', { name: '王五' }))
    expect(memory.fields(after)).toBeUndefined()
    expect(memory.text(after)).toBe('')
    await memory.read([after], { isWanted })
    expect(memory.fields(after)).toEqual(ok({ name: '王五' }))
    expect(memory.fields(entry('a', null))).toBeUndefined()
  })

  it('says of an entry whose key is gone that it cannot be read', async () => {
    const { memory } = counted()
    const gone = entry('a', await sealed('a', { name: '张三' }))
    await keyring.dropKeys([gone.personal?.keyId ?? ''])
    await memory.read([gone], { isWanted })
    expect(memory.fields(gone)).toEqual(fail('erased'))
    expect(memory.text(gone)).toBe('')
  })

  it('says of what was sealed for another entry that it is not this one’s', async () => {
    const { memory } = counted()
    const moved = entry('b', await sealed('a', { name: '张三' }))
    await memory.read([moved], { isWanted })
    expect(memory.fields(moved)).toEqual(fail('altered'))
  })

  it('goes batch by batch, says how far it is, and stops when it is no longer wanted', async () => {
    const { memory, sizes } = counted()
    const one = await sealed('0', { name: '张三' })
    const entries = Array.from({ length: 3 * UNSEAL_BATCH }, (_, index) => entry(`${index}`, one))
    const seen: string[] = []
    await memory.read(entries, {
      isWanted: () => seen.length < 2,
      onBatch: (done, total, fresh) => {
        seen.push(`${done}/${total}`)
        expect(fresh).toEqual(entries.slice(done - UNSEAL_BATCH, done))
      },
    })
    expect(sizes).toEqual([UNSEAL_BATCH, UNSEAL_BATCH])
    expect(seen).toEqual([1, 2].map((n) => `${n * UNSEAL_BATCH}/${3 * UNSEAL_BATCH}`))
    expect(memory.text(entries[2 * UNSEAL_BATCH] ?? entry('', null))).toBe('')
  })

  it('says why nothing can be read', async () => {
    const locked = { code: 'locked', keyring: '7KQM-2XPA', canRestore: true } as const
    const memory = new SealedMemory({ unseal: async () => fail(locked) })
    expect(await memory.read([entry('a', await sealed('a', { name: '张三' }))], { isWanted })).toEqual(locked)
  })
})
