import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { MantineProvider } from '@mantine/core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FieldInput } from '../../../../../renderer/kit/fields/field-input.tsx'
import { fieldLimitText } from '../../../../../shared/wording/text-limit.ts'

const root = path.resolve(import.meta.dirname, '../../../../../renderer')

function shown(kind: 'text' | 'longText', length: number, most?: number): string {
  const field = { key: 'title', label: '标题', kind, ...(most === undefined ? {} : { most }) }
  const input = createElement(FieldInput, { field, value: '字'.repeat(length), flaw: null, onChange: () => {} })
  return renderToStaticMarkup(createElement(MantineProvider, { env: 'test' }, input))
}

describe('the limit of a text field', () => {
  it.each(['text', 'longText'] as const)('is told in a register where one types: %s', (kind) => {
    expect(shown(kind, 99, 100)).not.toContain('最多写')
    expect(shown(kind, 100, 100)).toContain(fieldLimitText(100, 100))
    expect(shown(kind, 20_000)).toContain('最多写20000个字')
  })

  it('is nowhere set without being told', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
    const silent = files.filter((file) => /maxLength=\{\d/.test(readFileSync(path.join(root, file), 'utf8')))
    expect(files.length).toBeGreaterThan(100)
    expect(silent).toEqual([])
  })
})
