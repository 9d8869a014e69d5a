/** The units of the sample county. Townships and departments beyond the real ones have neutral, invented names. */

export interface SampleUnit {
  readonly code: string
  readonly name: string
  readonly level: 'township' | 'department'
  /** How much of the county's work a unit of its kind has, relative to its like. */
  readonly size: number
}

const townships: readonly [name: string, size: number][] = [
  ['花园镇', 12],
  ['丰山镇', 6],
  ['周巷镇', 8],
  ['小河镇', 8],
  ['王店镇', 6],
  ['卫店镇', 6],
  ['白沙镇', 7],
  ['邹岗镇', 7],
  ['小悟乡', 5],
  ['季店乡', 5],
  ['花西乡', 5],
  ['陡山乡', 5],
  ['石桥镇', 6],
  ['柳林镇', 5],
  ['双河镇', 5],
  ['新塘镇', 4],
  ['清溪乡', 4],
  ['松岭乡', 4],
  ['平湖乡', 3],
  ['东风乡', 3],
]

const departments = [
  '县教育局',
  '县公安局',
  '县民政局',
  '县财政局',
  '县人力资源和社会保障局',
  '县自然资源和规划局',
  '县住房和城乡建设局',
  '县交通运输局',
  '县农业农村局',
  '县卫生健康局',
  '县市场监督管理局',
  '县行政审批局',
] as const
export type SampleDepartment = (typeof departments)[number]

const twoDigits = (i: number): string => String(i + 1).padStart(2, '0')

/** Twenty townships, then twelve departments. The departments' codes are of the right shape and belong to nobody. */
export const sampleUnits: readonly SampleUnit[] = [
  ...townships.map(
    ([name, size], i): SampleUnit => ({ code: `4209210${twoDigits(i)}000`, name, level: 'township', size }),
  ),
  ...departments.map(
    (name, i): SampleUnit => ({ code: `11420921MB00000${twoDigits(i)}S`, name, level: 'department', size: 1 }),
  ),
]
