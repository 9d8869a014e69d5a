import type { SampleDepartment, SampleUnit } from './sample-units.ts'

/** Who does how much of something: departments by name, townships by `townships` × their size. */
interface Share {
  readonly townships: number
  readonly departments: Readonly<Partial<Record<SampleDepartment, number>>>
}

const everyDepartment = (weight: number): Share['departments'] => ({
  县教育局: weight,
  县公安局: weight,
  县民政局: weight,
  县财政局: weight,
  县人力资源和社会保障局: weight,
  县自然资源和规划局: weight,
  县住房和城乡建设局: weight,
  县交通运输局: weight,
  县农业农村局: weight,
  县卫生健康局: weight,
  县市场监督管理局: weight,
  县行政审批局: weight,
})

/** How the county's figures are spread, by table and row of the form or by group of the supplement. */
const shares = {
  'disclosure.normativeDocument': {
    townships: 0,
    departments: { 县财政局: 1, 县自然资源和规划局: 1, 县农业农村局: 1 },
  },
  'disclosure.otherDocument': { townships: 1, departments: everyDepartment(12) },
  'disclosure.licence': {
    townships: 0.4,
    departments: {
      ...everyDepartment(8),
      县公安局: 90,
      县财政局: 2,
      县自然资源和规划局: 40,
      县住房和城乡建设局: 35,
      县交通运输局: 30,
      县卫生健康局: 25,
      县市场监督管理局: 80,
      县行政审批局: 160,
    },
  },
  'disclosure.otherService': {
    townships: 2,
    departments: {
      ...everyDepartment(20),
      县公安局: 70,
      县民政局: 60,
      县人力资源和社会保障局: 120,
      县卫生健康局: 55,
      县行政审批局: 80,
    },
  },
  'disclosure.penalty': {
    townships: 0,
    departments: {
      县公安局: 50,
      县市场监督管理局: 18,
      县交通运输局: 14,
      县自然资源和规划局: 6,
      县住房和城乡建设局: 5,
      县农业农村局: 4,
      县卫生健康局: 3,
    },
  },
  'disclosure.compulsion': {
    townships: 0,
    departments: { 县公安局: 6, 县市场监督管理局: 4, 县交通运输局: 4, 县自然资源和规划局: 2, 县住房和城乡建设局: 2 },
  },
  'disclosure.fee': {
    townships: 0,
    departments: {
      县教育局: 5,
      县公安局: 5,
      县自然资源和规划局: 6,
      县住房和城乡建设局: 4,
      县交通运输局: 2,
      县卫生健康局: 3,
      县市场监督管理局: 1,
    },
  },
  'publications.website': { townships: 4, departments: everyDepartment(40) },
  'publications.newMedia': { townships: 5, departments: everyDepartment(25) },
  'publications.broadcast': { townships: 1, departments: { 县公安局: 20, 县教育局: 15, 县卫生健康局: 15 } },
  specialTopics: { townships: 1, departments: everyDepartment(20) },
  standardFields: {
    townships: 0,
    departments: { ...everyDepartment(2), 县卫生健康局: 3, 县农业农村局: 3 },
  },
} as const satisfies Record<string, Share>
export type Shared = keyof typeof shares

/** What is shared out under this cell key or supplement key; null where it is not spread by weight. */
export function sharedUnder(key: string): Shared | null {
  const names: readonly string[] = Object.keys(shares)
  return isShared(key) ? key : (names.filter(isShared).find((name) => key.startsWith(`${name}.`)) ?? null)
}

const isShared = (key: string): key is Shared => Object.hasOwn(shares, key)

/** The weight of a unit in one of the shares. */
export function weightOf(shared: Shared, unit: SampleUnit): number {
  const { townships, departments }: Share = shares[shared]
  if (unit.level === 'township') return townships * unit.size
  const weights: Readonly<Record<string, number>> = departments
  return weights[unit.name] ?? 0
}
