import { MantineProvider } from '@mantine/core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it } from 'vitest'
import { LeftOutForms } from '../../../../renderer/app/left-out-forms.tsx'
import { StoreContext } from '../../../../renderer/store/store-context.ts'
import { recordAction } from '../../../../renderer/store/write/record-action.ts'
import type { FormDefinition } from '../../../../shared/catalogue/forms/form-definition.ts'
import { formRecordId } from '../../../../shared/model/catalogue/form-record.ts'
import { form2027 } from '../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDisk } from '../../../fixtures/memory-desktop.ts'
import { forgetDatabase, startStore } from '../../../fixtures/test-store.ts'

/** As forms for a newer program: each has a rule that this one does not know. */
const tooNew = (year: number): FormDefinition => ({
  ...form2027,
  id: String(year),
  from: year,
  rules: [...form2027.rules, { code: 'astrology', severity: 'error', occasion: 'always', check: 'named' }],
})

let disk: MemoryDisk
beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
})

/** What the window says after a start with these forms in the journal, and which it then knows. */
async function started(...forms: readonly FormDefinition[]): Promise<{ said: string; known: string[] }> {
  const before = await startStore(disk)
  const changes = forms.map((value) => ({
    entity: 'catalogue' as const,
    record: formRecordId(value.id),
    group: 'form',
    value: JSON.parse(JSON.stringify(value)),
    previous: null,
  }))
  await recordAction(before.store, { action: 'bring-form', unit: '', year: 2027, edit: () => changes })
  before.store.database.close()
  const { store } = await startStore(disk)
  const alert = createElement(StoreContext, { value: store }, createElement(LeftOutForms))
  const said = renderToStaticMarkup(createElement(MantineProvider, { env: 'test' }, alert)).replaceAll(/<[^>]*>/g, '')
  store.database.close()
  return { said, known: store.catalogue.forms.map(({ id }) => id) }
}

it('says of a form that does not hold together what is wrong with it, and lets the others in', async () => {
  const { said, known } = await started(form2027, tooNew(2029))
  expect(known).toEqual(['2019', '2021', '2027'])
  expect(said).toContain('上级发来的一种表式，这个版本的程序不能使用')
  expect(said).toContain('“2029”：程序不认识校验规则“astrology”')
})

it('says how many there are, and nothing where all hold together', async () => {
  expect((await started(tooNew(2029), tooNew(2031))).said).toContain('上级发来的几种表式')
  await forgetDatabase()
  disk = memoryDisk()
  expect((await started(form2027)).said).not.toContain('表式')
})
