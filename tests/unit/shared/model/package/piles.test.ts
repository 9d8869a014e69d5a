import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Following, sortPiles } from '../../../../../shared/model/package/piles.ts'

const file = (id: string, ...follows: string[]): Following => ({ id, follows, signer: null })
const by = (sign: string, made: Following): Following => ({ ...made, signer: { sign, seal: '' } })
const ids = (files: readonly Following[]): string => files.map(({ id }) => id).join('')
const of = (files: readonly Following[], choice: Parameters<typeof sortPiles>[1] = null) => {
  const { counted, waiting, history } = sortPiles(files, choice)
  return [counted?.id ?? null, ids(waiting), ids(history)]
}

const a = file('a')
const b = file('b', 'a')
const c = file('c', 'a', 'b')
/** From another PC, which knew nothing. */
const x = file('x')
const y = file('y', 'x')

describe('sortPiles()', () => {
  it('P11: counts the one file there is, and the newest of a chain', () => {
    expect(of([])).toEqual([null, '', ''])
    expect(of([a])).toEqual(['a', '', ''])
    expect(of([a, b, c])).toEqual(['c', '', 'ab'])
  })

  it('P12: counts none of several that do not know of each other, and offers the newest of each', () => {
    expect(of([a, x])).toEqual([null, 'ax', ''])
    expect(of([a, b, x, y])).toEqual([null, 'by', 'ax'])
    expect(of([a, b, file('d', 'a')])).toEqual([null, 'bd', 'a'])
  })

  it('P12: keeps to a choice, and to what follows on it', () => {
    expect(of([a, x], { id: 'a', seen: [] })).toEqual(['a', 'x', ''])
    expect(of([a, b, x], { id: 'a', seen: [] })).toEqual(['b', 'x', 'a'])
    expect(of([a, x], { id: 'x', seen: ['a'] })).toEqual(['x', '', 'a'])
  })

  it('goes on from a choice only by what follows on it', () => {
    expect(of([a, x, b], { id: 'x', seen: ['a'] })).toEqual(['x', 'b', 'a'])
    expect(of([a, x, file('z', 'a', 'x')], { id: 'x', seen: ['a'] })).toEqual(['z', '', 'ax'])
  })

  it('stays with the choice where two follow on it that do not know of each other', () => {
    expect(of([a, b, file('d', 'a')], { id: 'a', seen: [] })).toEqual(['a', 'bd', ''])
  })

  it('P21: lets nothing by other keys replace what counts, also where it follows on it', () => {
    const [mine, next] = [by('1', a), by('1', b)]
    const forged = by('2', file('f', 'a', 'b'))
    expect(of([mine, next, forged], { id: 'a', seen: [] })).toEqual(['b', 'f', 'a'])
    expect(of([mine, next, by('1', file('g', 'a', 'b')), forged], { id: 'a', seen: [] })).toEqual(['g', 'f', 'ab'])
    expect(of([mine, by('2', b)])).toEqual([null, 'ab', ''])
    expect(of([mine, { ...b, signer: null }], { id: 'a', seen: [] })).toEqual(['a', 'b', ''])
  })

  it('P21: goes on with the keys of the one that was chosen', () => {
    const [old, moved] = [by('1', a), by('2', b)]
    expect(of([old, moved, by('2', c)], { id: 'b', seen: ['a'] })).toEqual(['c', '', 'ab'])
    expect(of([old, moved, by('1', file('h', 'a', 'b'))], { id: 'b', seen: ['a'] })).toEqual(['b', 'h', 'a'])
  })

  it('keeps an older one that was chosen though newer ones follow on it', () => {
    expect(of([a, b, c], { id: 'a', seen: ['b', 'c'] })).toEqual(['a', '', 'bc'])
  })

  it('takes a choice of what is not here for none', () => {
    expect(of([a, b], { id: 'z', seen: ['b'] })).toEqual(['b', '', 'a'])
  })

  it('P11: does not depend on the order of the files, and loses none', () => {
    const history = fc
      .array(fc.array(fc.nat({ max: 8 }), { maxLength: 4 }), { minLength: 1, maxLength: 9 })
      .map((known) => known.map((earlier, i) => file(`${i}`, ...earlier.filter((j) => j < i).map(String))))
    const choice = fc.option(
      fc.record({ id: fc.nat({ max: 8 }).map(String), seen: fc.array(fc.nat({ max: 8 }).map(String)) }),
    )
    fc.assert(
      fc.property(history, choice, fc.infiniteStream(fc.nat()), (files, chosen, random) => {
        const shuffled = files.map((one) => ({ one, at: random.next().value })).sort((p, q) => p.at - q.at)
        const [first, second] = [files, shuffled.map(({ one }) => one)].map((order) => {
          const { counted, waiting, history: past } = sortPiles(order, chosen)
          const all = [...(counted === null ? [] : [counted]), ...waiting, ...past]
          expect(all.map(({ id }) => id).sort()).toEqual(files.map(({ id }) => id).sort())
          return [counted?.id, ids(waiting).split('').sort(), ids(past).split('').sort()]
        })
        expect(second).toEqual(first)
      }),
      { seed: 11 },
    )
  })
})
