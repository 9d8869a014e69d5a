import { builtInData, openBuiltIn } from '../../shared/catalogue/built-in.ts'
import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { addForm } from '../../shared/catalogue/open-catalogue.ts'
import { decodeJson } from '../../shared/values/decode-json.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { catalogueProblemText } from '../../shared/wording/catalogue-problem.ts'
import type { CliProblem } from './cli-problem.ts'
import { readInput } from './read-report-file.ts'

/**
 * The catalogue for one call: what the program brings, and with it a form from a file, let in by the door that an
 * assignment uses. A form that does not hold together is refused with everything that is wrong with it.
 */
export async function openForCall(formFile: string | null): Promise<Result<Catalogue, CliProblem>> {
  if (formFile === null) return ok(openBuiltIn())
  const bytes = await readInput(formFile)
  if (!bytes.ok) return bytes
  const form = decodeJson(bytes.value)
  if (form === null) {
    return fail({
      english: `${formFile}: not JSON in UTF-8`,
      chinese: `${formFile}：不是表式的数据（JSON），读不出来。`,
    })
  }
  const opened = addForm(builtInData, form.json)
  if (opened.ok) return opened
  const codes = opened.problem.map(({ code, detail }) => `${code} ${detail}`.trim())
  const said = opened.problem.map((problem) => catalogueProblemText(problem))
  return fail({
    english: `${formFile} is no usable form: ${codes.join('; ')}`,
    chinese: [`${formFile}：这种表式用不了。`, ...said].join('\n'),
  })
}
