import { describe, expect, it } from 'vitest'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../../../shared/catalogue/forms/form.ts'
import { basisToJson, parseBasis } from '../../../../../shared/model/package/basis-json.ts'
import type { Basis } from '../../../../../shared/model/report/report.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

const form = formById(forms, '2021') as Form
const key = form.tables[1]?.cells[0]
if (key === undefined) throw new Error('form 2021 has no cells')
const basis: Basis = {
  provenance: { [key]: { kind: 'adjusted', reason: '重复登记一件' } },
  reasons: [{ rule: 'balance', place: { kind: 'cell', cell: key }, text: '上年口径不同' }],
  people: { author: '李明', reviewer: '王芳', phone: '0712-1234567' },
}

describe('parseBasis()', () => {
  it('reads back what was written', () => {
    expect(parseBasis(JSON.parse(JSON.stringify(basisToJson(basis))), form)).toEqual(basis)
  })

  it('reads who filled in for the unit, and a basis from before that was noted', () => {
    const filled: Basis = { ...basis, filledBy: { code: '420921000000', name: '孝昌县', author: '赵强' } }
    expect(parseBasis(JSON.parse(JSON.stringify(basisToJson(filled))), form)).toEqual(filled)
    expect(basisToJson(basis)).not.toHaveProperty('filledBy')
    expect(parseBasis({ ...basis, filledBy: { code: 'c' } }, form)).toBeNull()
  })

  it('reads where the supplement comes from, and a basis from before that was noted', () => {
    const more: Basis = {
      ...basis,
      supplement: {
        'publications.website': { kind: 'adjusted', reason: '平台另有一批' },
        'received.online': { kind: 'derived' },
      },
    }
    expect(parseBasis(JSON.parse(JSON.stringify(basisToJson(more))), form)).toEqual(more)
    expect(basisToJson(basis)).not.toHaveProperty('supplement')
    expect(parseBasis({ ...basis, supplement: { 'publications.radio': { kind: 'derived' } } }, form)).toBeNull()
    expect(parseBasis({ ...basis, supplement: { 'received.online': { kind: 'guessed' } } }, form)).toBeNull()
  })

  it('refuses another shape and cells that the form has not', () => {
    expect(parseBasis({ ...basis, more: 1 }, form)).toBeNull()
    expect(parseBasis({ ...basis, provenance: { 'a.b.c': { kind: 'entered' } } }, form)).toBeNull()
    expect(parseBasis({ ...basis, provenance: { [key]: { kind: 'guessed' } } }, form)).toBeNull()
    expect(parseBasis(null, form)).toBeNull()
  })
})
