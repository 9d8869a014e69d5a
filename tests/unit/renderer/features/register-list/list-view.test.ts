import { describe, expect, it } from 'vitest'
import { columnLayout } from '../../../../../renderer/features/register-list/column-layout.ts'
import { isChosen, readListView, shownColumns } from '../../../../../renderer/features/register-list/list-view.ts'
import { columnsOf } from '../../../../../renderer/features/register-list/shown-columns.ts'
import { documentsRegister, registers, requestsRegister } from '../../../../fixtures/catalogue.ts'

const plain = readListView(requestsRegister, null)
const keys = (text: string | null, isClear = false) =>
  shownColumns(requestsRegister, readListView(requestsRegister, text), { isClear, hasFlawed: false, isBin: false }).map(
    ({ key }) => key,
  )

describe('a list as the clerk left it', () => {
  it('begins with the usual columns, and shows what is asked for only with the names', () => {
    expect(keys(null)).toEqual(['number', 'arrived', 'way', 'applicant', 'name', 'state'])
    expect(keys(null, true)).toEqual(['number', 'arrived', 'way', 'applicant', 'name', 'subject', 'state'])
  })

  it('says what is missing only while something is', () => {
    const of = (hasFlawed: boolean) =>
      shownColumns(documentsRegister, readListView(documentsRegister, null), {
        isClear: false,
        hasFlawed,
        isBin: false,
      })
    expect(of(false).map(({ key }) => key)).toEqual(['title', 'number', 'kind', 'made', 'published', 'repealed'])
    expect(
      of(true)
        .map(({ key }) => key)
        .slice(0, 2),
    ).toEqual(['title', 'flaws'])
  })

  it('says in the bin neither where a request stands nor what it lacks', () => {
    const now = { isClear: true, hasFlawed: true, isBin: true }
    expect(shownColumns(requestsRegister, plain, now).map(({ key }) => key)).toEqual(
      keys(null, true).filter((key) => key !== 'state'),
    )
  })

  it.each(registers.map((register) => [register.id, register] as const))(
    '%s: fits a window of 1093 pixels, names and bin and all',
    (_, register) => {
      for (const isBin of [false, true]) {
        const now = { isClear: true, hasFlawed: true, isBin }
        const { minWidth } = columnLayout(shownColumns(register, readListView(register, null), now), isBin)
        // Beside menu and margins, with a scroll bar for the rows.
        expect(minWidth).toBeLessThanOrEqual(860)
      }
    },
  )

  it('remembers columns, order and grouping', () => {
    const text = JSON.stringify({
      columns: { organ: true, way: false, subject: false },
      sort: { key: 'arrived', descending: true },
      grouping: 'outcome',
    })
    expect(keys(text, true)).toEqual(['number', 'arrived', 'applicant', 'name', 'organ', 'state'])
    expect(readListView(requestsRegister, text)).toEqual(JSON.parse(text))
  })

  it.each(['', 'kein JSON', '[]', '{"columns":{"way":"yes"}}'])('begins anew where %j was remembered', (text) => {
    expect(readListView(requestsRegister, text)).toEqual(plain)
  })

  it('forgets columns that the register no longer has, and orders that it cannot have', () => {
    const text = JSON.stringify({ columns: { gone: true }, sort: { key: 'name', descending: true }, grouping: 'gone' })
    expect(readListView(requestsRegister, text)).toEqual(plain)
  })

  it('never shows an empty list of columns', () => {
    const columns = Object.fromEntries(columnsOf(requestsRegister).map(({ key }) => [key, false]))
    expect(keys(JSON.stringify({ columns, sort: null, grouping: null }))).toEqual(['number'])
  })

  it.each(registers.map((register) => [register.id, register] as const))(
    '%s: shows sealed fields by no other way',
    (_, register) => {
      const sealed = register.fields.flatMap(({ key, personal }) => (personal === true ? [key] : []))
      const entry = {
        id: { unit: 'u', register: register.id, entry: 'e' },
        fields: Object.fromEntries(sealed.map((key) => [key, '张三'])),
        stages: [],
        personal: null,
        binned: null,
        unread: [],
      }
      for (const column of columnsOf(register)) {
        expect(column.value(entry)).not.toBe('张三')
        expect(column.isSealed === true, column.key).toBe(sealed.includes(column.key))
        if (column.place === 'clear') expect(isChosen(plain, column)).toBe(true)
      }
    },
  )
})
