import { MantineProvider } from '@mantine/core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figureRegister } from '../../../../renderer/features/figures/figure-grid.ts'
import { requestLayout } from '../../../../renderer/features/request/request-layout.ts'
import { FieldInput } from '../../../../renderer/kit/fields/field-input.tsx'
import type { FieldProps } from '../../../../renderer/kit/fields/field-props.ts'
import { StoreContext } from '../../../../renderer/store/store-context.ts'
import type { RegisterDefinition, StageField } from '../../../../shared/catalogue/registers/register-definition.ts'
import { typedFields } from '../../../../shared/catalogue/registers/sheet-fields.ts'
import { receiptWays } from '../../../../shared/model/entry/request.ts'
import { stageFields } from '../../../../shared/model/entry/stage-values.ts'
import { registers } from '../../../fixtures/catalogue.ts'
import { memoryDisk } from '../../../fixtures/memory-desktop.ts'
import { forgetDatabase, startStore, type TestStore } from '../../../fixtures/test-store.ts'

let test: TestStore
beforeAll(async () => {
  await forgetDatabase()
  test = await startStore(memoryDisk())
})
afterAll(() => test.store.database.close())

/** Registers whose entries are typed into a sheet of figures: each place of it holds a field. */
const sheets = ['figures', 'openings']

/** Where the screens of a register have an input for its fields: see register-screen.tsx. */
function typedOnScreen(register: RegisterDefinition): Set<string> {
  if (sheets.includes(register.id)) {
    const { period, subject, value, source } = figureRegister(register)
    return new Set([period, subject, value, ...(source === null ? [] : [source])].map(({ key }) => key))
  }
  const fields =
    register.id === 'requests'
      ? receiptWays.flatMap((way) => Object.values(requestLayout(register, way)).flat())
      : typedFields(register)
  return new Set(fields.filter(hasInput).map(({ key }) => key))
}

/** Whether a field, as the editors show it, is something that can be typed into or ticked. */
function hasInput(field: StageField): boolean {
  const props: FieldProps = { field, value: undefined, flaw: null, onChange: () => {} }
  // It is picked from another register's entries in a list of its own.
  if (field.kind === 'link') return true
  const input = createElement(FieldInput, props)
  const store = createElement(StoreContext, { value: test.store }, input)
  const html = renderToStaticMarkup(createElement(MantineProvider, { env: 'test' }, store))
  return new RegExp(`<(input|select|textarea)[^>]* data-field="${field.key}"`).test(html)
}

const missing = (register: RegisterDefinition): string[] => {
  const typed = typedOnScreen(register)
  return register.fields
    .filter(({ key, fromSheet }) => fromSheet === undefined && !typed.has(key))
    .map(({ key }) => key)
}

describe('every field that can be imported and listed can be typed', () => {
  it.each(registers)('of $id', (register) => {
    expect(missing(register)).toEqual([])
  })

  it.each(registers.flatMap((register) => register.stages ?? []))('of the stage $label', (stage) => {
    expect(stageFields(stage).filter((field) => !hasInput(field))).toEqual([])
  })
})

describe('a field that is added to a register', () => {
  const added = { key: 'added', label: '新的', kind: 'text', group: 'added' } as const

  it.each(registers)('of $id is typed in its editor, or told of where a sheet has no place for it', (register) => {
    const told = missing({ ...register, fields: [...register.fields, added] })
    expect(told).toEqual(sheets.includes(register.id) ? ['added'] : [])
  })
})
