import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../../../../shared/catalogue/forms/form.ts'
import { suiteOgi1 } from '../../../../../shared/steps/package/envelope/suite-ogi-1.ts'
import { openPackage } from '../../../../../shared/steps/package/open-package.ts'
import { catalogue, compiledForm } from '../../../../fixtures/catalogue.ts'
import { goldenBytes, goldenFolder, goldenName } from '../../../../fixtures/golden/golden-files.ts'

const suites = [suiteOgi1()]
const files = readdirSync(goldenFolder).filter((name) => name.endsWith('.ogi'))
const ids = catalogue.forms.map(({ id }) => id)

/** What was in a file when it was made. */
const heldBy = (file: string): unknown =>
  JSON.parse(new TextDecoder().decode(goldenBytes(file.replace(/ogi$/, 'json'))))

/** The form as a later program may know it: two figures more to fill in beside the tables. */
function withMoreFigures({ definition, years }: Form): Form {
  const more = ['volunteers', 'complaints'].map((key) => ({ key, label: key, kind: 'count' as const, unit: '件' }))
  return { ...compiledForm({ ...definition, supplement: [...definition.supplement, ...more] }), years }
}

describe('P16: files that were sent', () => {
  it.each(files)('%s: says what it said when it was made', async (file) => {
    expect(await openPackage(goldenBytes(file), { forms: catalogue.forms, suites })).toEqual({
      ok: true,
      value: heldBy(file),
    })
  })

  it.each(files)('%s: does so too where the form has two supplement figures more', async (file) => {
    const forms = catalogue.forms.map(withMoreFigures)
    expect(await openPackage(goldenBytes(file), { forms, suites })).toEqual({ ok: true, value: heldBy(file) })
  })

  it.each(ids)('there is one of form %s in the envelope that this program writes', (id) => {
    expect(files).toContain(`${goldenName(id)}.ogi`)
  })
})
