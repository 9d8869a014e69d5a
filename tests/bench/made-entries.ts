import { type RequestStage, receiptWays } from '../../shared/model/entry/request.ts'
import { applicantKinds, figureSubjects, outcomes } from '../fixtures/catalogue.ts'

/** An entry to be written: fields in clear, personal fields as text to be sealed, stages. */
export interface MadeEntry {
  readonly register: string
  readonly entry: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly personal?: Readonly<Record<string, string>>
  readonly stages?: readonly RequestStage[]
}

/** The years over which the entries are spread. */
export const years = [2021, 2022, 2023, 2024, 2025] as const

/** The same numbers in every run: a linear congruential generator. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const two = (number: number): string => String(number).padStart(2, '0')
const pick = <T>(from: readonly T[], place: number): T => {
  const found = from[place % from.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
const things = [
  '宅基地审批材料',
  '征地补偿方案',
  '低保公示名单',
  '道路建设预算',
  '环评批复',
  '信访答复',
  '采购合同',
  '规划许可',
]
const surnames = ['张', '王', '李', '赵', '陈', '杨', '周', '吴']
const villages = ['花园', '丰山', '周巷', '小河', '王店', '邹岗', '白沙', '陡山']

/**
 * As many entries as asked for, four fifths of them requests, the others documents, figures and disputes, as a busy
 * department might have after five years. Made up, and the same in every run.
 */
export function madeEntries(count: number): MadeEntry[] {
  const next = numbers(20_260_101)
  const day = (): string => `${pick(years, next(years.length))}-${two(1 + next(12))}-${two(1 + next(28))}`
  const id = (index: number): string => `m${String(index).padStart(8, '0')}00000`
  const requests = Math.floor(count * 0.8)
  const disputes = Math.floor(count * 0.02)
  const figures = madeFigures(Math.floor(count * 0.03))
  const made: MadeEntry[] = []
  for (let index = 0; index < requests; index += 1) made.push(request(id(index), index, day(), next))
  for (let index = 0; index < disputes; index += 1) {
    const filed = day()
    const ended: Record<string, string> =
      next(4) === 0 ? {} : { concluded: laterDay(filed, 2), result: pick(['upheld', 'corrected', 'other'], next(3)) }
    const fields = { kind: pick(['review', 'direct', 'afterReview'], next(3)), filed, ...ended }
    made.push({ register: 'disputes', entry: id(made.length), fields })
  }
  made.push(...figures)
  while (made.length < count) made.push(madeDocument(id(made.length), made.length, day(), next))
  return made
}

/** Documents alone, as an import of them brings. */
export function madeDocuments(count: number, seed = 7): MadeEntry[] {
  const next = numbers(seed)
  return Array.from({ length: count }, (_, index) =>
    madeDocument(`d${index}`, index, `${pick(years, next(5))}-${two(1 + next(12))}-${two(1 + next(28))}`, next),
  )
}

function request(entry: string, index: number, arrived: string, next: (below: number) => number): MadeEntry {
  const stages: RequestStage[] = []
  if (next(10) === 0)
    stages.push({ kind: 'rectification', date: laterDay(arrived, 0), period: 15, answered: laterDay(arrived, 1) })
  if (next(12) === 0) stages.push({ kind: 'extension', date: laterDay(arrived, 1), workingDays: 20 })
  if (next(200) !== 0) {
    const documentNumber = `花政公开〔${arrived.slice(0, 4)}〕${index}号`
    stages.push({
      kind: 'decision',
      date: laterDay(arrived, 1),
      outcome: pick(outcomes, next(outcomes.length)),
      documentNumber,
    })
  }
  const village = pick(villages, next(villages.length))
  return {
    register: 'requests',
    entry,
    fields: {
      arrived,
      way: pick(receiptWays, next(receiptWays.length)),
      confirmed: arrived,
      applicant: pick(applicantKinds, next(20) === 0 ? next(applicantKinds.length) : 0),
      number: `${arrived.slice(0, 4)}-${index + 1}`,
      platformNumber: `HB${arrived.replaceAll('-', '')}${index}`,
      organ: `${village}镇政务公开办`,
    },
    personal: {
      subject: `${village}村${pick(things, next(things.length))}`,
      name: `${pick(surnames, next(surnames.length))}某${index}`,
      phone: `138${String(10_000_000 + index)}`,
    },
    stages,
  }
}

function madeDocument(entry: string, index: number, made: string, next: (below: number) => number): MadeEntry {
  return {
    register: 'documents',
    entry,
    fields: {
      title: `关于印发${pick(villages, next(8))}镇${pick(things, next(8))}管理办法（第${index}号）的通知`,
      number: `花政发〔${made.slice(0, 4)}〕${index}号`,
      kind: pick(['normativeDocument', 'otherDocument', 'otherDocument', 'otherDocument'], next(4)),
      made,
      published: laterDay(made, 0),
      channels: ['website', 'wechat'],
    },
  }
}

/** Month by month, publications first; at most as many as there are subjects and months. */
function madeFigures(count: number): MadeEntry[] {
  const monthly = figureSubjects.filter(({ yearly, value }) => yearly !== true && value.startsWith('publications.'))
  return years
    .flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${two(month + 1)}`))
    .flatMap((period) => monthly.map(({ value }) => ({ period, subject: value })))
    .slice(0, count)
    .map(({ period, subject }, index) => ({
      register: 'figures',
      entry: `${period}/${subject}`,
      fields: { period, subject, value: String((index * 37) % 900) },
    }))
}

/** Later in the same year by `months` at most: what a year takes in it mostly ends. */
function laterDay(day: string, months: number): string {
  const month = Math.min(12, Number(day.slice(5, 7)) + months)
  return `${day.slice(0, 5)}${two(month)}-${two(Math.min(28, Number(day.slice(8)) + (months === 0 ? 1 : 0)))}`
}
