import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import type { CliProblem } from './cli-problem.ts'

export type Command =
  | { readonly name: 'check'; readonly report: string; readonly last: string | null }
  | {
      readonly name: 'aggregate'
      readonly reports: readonly string[]
      readonly own: string | null
      readonly out: string
      /** Reports that are likely of one unit are added all the same. */
      readonly allowDuplicates: boolean
    }
  | { readonly name: 'export'; readonly report: string; readonly out: string }
  | { readonly name: 'inspect'; readonly file: string }
  | { readonly name: 'clock'; readonly file: string }
  | SheetCommand
  | { readonly name: 'help' }

/** How a register would read a sheet. */
export interface SheetCommand {
  readonly name: 'sheet'
  readonly file: string
  /** Its id. */
  readonly register: string
  /** Of which days without a year are; null: this one. */
  readonly year: number | null
  /** Print in clear what names or reaches a person. */
  readonly showPersonal: boolean
}

/** What was called, and with what form beside those of the program. */
export interface Call {
  readonly command: Command
  /** A form as data; null: none. */
  readonly form: string | null
}

export const usage = `ogi check REPORT [--last REPORT]
ogi aggregate REPORT... [--own REPORT] [--allow-duplicates] --out FILE
ogi export REPORT --out FILE.(json|csv|xlsx)
ogi inspect FILE.ogi
ogi sheet FILE --register ID [--year Y] [--show-personal]
ogi clock FILE.json

--form FILE.json, with every call: a form beside those of the program
REPORT: .json, .ogi or an .xlsx that this program exported
用法：check 检查，aggregate 汇总，export 导出，inspect 查看报送文件，sheet 看一张表格会怎样导入台账，clock 计算答复期限；--form 加一种表式
`

const allowed: Record<string, readonly string[]> = {
  check: ['last', 'key'],
  aggregate: ['own', 'assignment', 'out', 'key', 'allow-duplicates'],
  export: ['out', 'key'],
  inspect: ['key'],
  sheet: ['register', 'year', 'show-personal'],
  clock: [],
}

const wrong = (english: string, chinese: string): Result<never, CliProblem> =>
  fail({ english: `${english}\n\n${usage}`, chinese })

const texts = ['last', 'own', 'assignment', 'out', 'key', 'register', 'year'] as const
const flags = ['allow-duplicates', 'show-personal'] as const

type Options = Readonly<Record<(typeof texts)[number], string | undefined>> &
  Readonly<Record<(typeof flags)[number], true | undefined>>

/** Reads what was called; the file names are not looked at yet. */
export function parseArguments(args: readonly string[]): Result<Call, CliProblem> {
  const option = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        last: option,
        own: option,
        assignment: option,
        out: option,
        key: option,
        form: option,
        register: option,
        year: option,
        'allow-duplicates': flag,
        'show-personal': flag,
        help: { type: 'boolean', short: 'h' },
      },
    })
    const { help, ...options } = values
    const [name = '', ...files] = positionals
    const { form = null, last, own, assignment, out, key, register, year } = options
    if (help === true) return ok({ command: { name: 'help' }, form: null })
    const command = toCommand(name, files, {
      ...{ last, own, assignment, out, key, register, year },
      'allow-duplicates': options['allow-duplicates'] === true ? true : undefined,
      'show-personal': options['show-personal'] === true ? true : undefined,
    })
    return command.ok ? ok({ command: command.value, form }) : command
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error), '命令写法不对。')
  }
}

function toCommand(name: string, files: readonly string[], options: Options): Result<Command, CliProblem> {
  const known = allowed[name]
  if (known === undefined) return wrong(`unknown command "${name}"`, `没有“${name}”这个命令。`)
  const stray = Object.entries(options).find(([option, value]) => value !== undefined && !known.includes(option))?.[0]
  if (stray !== undefined) return wrong(`${name} takes no --${stray}`, `${name} 不用 --${stray}。`)
  if (options.key !== undefined) {
    return wrong('--key: encrypted files are not supported yet', '--key：本版本还不能读加密的文件。')
  }
  if (options.assignment !== undefined) {
    return wrong('--assignment: assignment files are not supported yet', '--assignment：本版本还不能读任务文件。')
  }
  const [file, ...more] = files
  if (file === undefined) return wrong(`${name}: no file given`, `${name}：没有写文件名。`)
  if (name !== 'aggregate' && more.length > 0) return wrong(`${name} takes one file`, `${name} 一次只用一个文件。`)
  if (name === 'check') return ok({ name, report: file, last: options.last ?? null })
  if (name === 'inspect' || name === 'clock') return ok({ name, file })
  if (name === 'sheet') return toSheet(file, options)
  if (options.out === undefined) return wrong(`${name}: --out FILE is missing`, `${name}：没有写 --out 输出文件。`)
  if (name === 'export') return ok({ name, report: file, out: options.out })
  const allowDuplicates = options['allow-duplicates'] ?? false
  return ok({ name: 'aggregate', reports: files, own: options.own ?? null, out: options.out, allowDuplicates })
}

function toSheet(file: string, { register, year, 'show-personal': personal }: Options): Result<Command, CliProblem> {
  if (register === undefined) {
    return wrong('sheet: --register ID is missing', 'sheet：没有写 --register 台账（例如 requests）。')
  }
  if (year !== undefined && !/^20\d{2}$/.test(year)) {
    return wrong(`--year ${year}: not a year`, `--year ${year}：不是年份，例如 2025。`)
  }
  return ok({
    name: 'sheet',
    file,
    register,
    year: year === undefined ? null : Number(year),
    showPersonal: personal === true,
  })
}
