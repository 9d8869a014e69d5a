import fc from 'fast-check'
import { expect } from 'vitest'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import { groups, type Pc, World } from './world.ts'

const YEARS = 10 * 365 * 24 * 3_600_000
const who = fc.nat(100)
const nth = fc.nat(1000)
const group = fc.constantFrom(...groups)
const value = fc.constantFrom(null, 1, 2, 3, { key: 'k1', data: 'x' }, { key: 'k2', data: 'y' })
const skew = fc.oneof(fc.constant(0), fc.integer({ min: -YEARS, max: YEARS }))

const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      who,
      values: fc.dictionary(group, value, { minKeys: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), who, group, nth }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('export' as const), who }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('merge' as const), who, nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sync' as const), who, nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('break-off' as const), who, nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('start' as const), who, skew }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('backup' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), who, nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), who, nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), who, key: fc.constantFrom('k1', 'k2') }) },
)

/** A history of two to five PCs, up to sixty things that happen to them. */
export const history = fc.record({
  count: fc.integer({ min: 2, max: 4 }),
  skews: fc.array(skew, { minLength: 4, maxLength: 4 }),
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
})
export type History = typeof history extends fc.Arbitrary<infer H> ? H : never

/**
 * Lives through a history and compares after each step; at its end all meet. Throws where something is not as it ought
 * to be. `beforeTheyMeet`: to look at what they have then.
 */
export function live({ count, skews, steps }: History, beforeTheyMeet: (world: World) => void = () => {}): void {
  const world = new World(count)
  for (const [i, pc] of world.pcs.entries()) pc.skew = skews[i] ?? 0
  const backups: Pc[] = []
  for (const one of steps) {
    const pc = pick(world.pcs, one.who)
    if (pc === undefined) continue
    switch (one.do) {
      case 'edit':
        world.edit(pc, one.values)
        break
      case 'settle':
        world.settle(pc, one.group, one.nth)
        break
      case 'undo':
      case 'redo':
        world.takeBack(pc, one.do)
        break
      case 'export':
        world.export(pc)
        break
      case 'sync':
        world.merge(pc, world.export(pick(world.pcs, one.nth) ?? pc))
        break
      case 'merge':
      case 'break-off': {
        const file = pick(world.files, one.nth)
        if (file !== undefined) world.merge(pc, file, one.do === 'break-off')
        break
      }
      case 'start':
        world.start(pc, one.skew)
        break
      case 'backup':
        backups.push(world.copy(pc, pc.replica.device))
        break
      case 'restore': {
        const backup = pick(backups, one.nth)
        if (backup !== undefined) world.restore(pc, backup)
        break
      }
      case 'copy':
        if (world.pcs.length < 5) world.pcs.push(world.copy(pc, `pc${world.pcs.length}`))
        break
      case 'lose':
        world.lose(pc, one.nth)
        break
      case 'drop':
        world.drop(pc, one.key)
    }
    world.eraseAgain(pc)
    world.check()
  }
  beforeTheyMeet(world)
  meet(world)
}

/** Everybody hands everybody a file, twice: all come to the same. */
function meet(world: World): void {
  for (let round = 0; round < 2; round++) {
    const files = world.pcs.map((pc) => world.export(pc))
    for (const pc of world.pcs) {
      for (const file of files) world.merge(pc, file)
      world.eraseAgain(pc)
    }
    world.check()
  }
  const [first, ...others] = world.pcs.map(({ replica }) => {
    const { copy } = replica.export()
    return canonicalJson(groups.map((one) => replica.standing(one)).concat([...copy.vector].sort() as never))
  })
  for (const other of others) expect(other, 'all come to the same').toBe(first)
}

function pick<T>(list: readonly T[], nth: number): T | undefined {
  return list[nth % Math.max(list.length, 1)]
}
