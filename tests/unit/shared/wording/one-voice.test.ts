import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sourceTexts } from '../../../fixtures/screen-words.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** All that a clerk reads; the command line speaks to a technician and names files between spaces. */
const texts = sourceTexts(root, ['renderer', 'shared', 'electron', 'build/host']).filter(
  ({ file }) => !file.startsWith('electron/cli'),
)

/** A space between Chinese and a figure, or a value that is put in. */
const SPACED = /\p{Script=Han} (?:\d|\$?\{)|(?:\d|\}) \p{Script=Han}|\} \$?\{/u

/** Fonts and styles name things with spaces of their own; a version of Windows is written as Windows is. */
const isFormat = (text: string): boolean => /font-family|SimSun/.test(text)

describe('what stands on the screen', () => {
  it('is found in every room', () => {
    expect(texts.length).toBeGreaterThan(1500)
  })

  it('has no space between Chinese and figures (GB/T 15834 knows none)', () => {
    const spaced = texts.filter(({ text }) => !isFormat(text) && SPACED.test(text))
    expect(spaced).toEqual([])
  })
})
