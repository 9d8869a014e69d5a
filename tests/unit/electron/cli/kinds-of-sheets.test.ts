import { describe, expect, it } from 'vitest'
import { kindFiles, kindLines, kindsSaid } from '../../../fixtures/sheets/kinds/kind-lines.ts'

/*
 * Sheets of every kind that offices and their systems were seen to have, most of them not by our own writer: XML and BIFF by
 * hand, LibreOffice, web pages, texts. No row is lost and no figure is wrong without a word.
 */
describe('H34: a sheet of each kind', () => {
  const said = kindsSaid()

  it('says what is written down of it; there are at least sixty, and none beside these', () => {
    expect([...said.keys()].sort()).toEqual(kindFiles)
    expect(kindFiles.length).toBeGreaterThanOrEqual(60)
  })

  it.each(kindFiles)('%s', async (file) => expect(await kindLines(file)).toEqual(said.get(file)))
})
