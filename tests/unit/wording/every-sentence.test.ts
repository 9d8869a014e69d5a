import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { unpackSubmission } from '../../../shared/package/unpack.ts'
import type { ValueFlaw } from '../../../shared/report/figure.ts'
import { cellName } from '../../../shared/wording/cell-name.ts'
import { exportProblemMessage } from '../../../shared/wording/export-problem.ts'
import { fileDialogWords, fileKindWords } from '../../../shared/wording/file-dialog.ts'
import { findingMessage } from '../../../shared/wording/finding-message.ts'
import { importProblemMessage } from '../../../shared/wording/import-problem.ts'
import { deliveryWayNames, feeBasisNames, letterNames, placeholderNames } from '../../../shared/wording/letter-words.ts'
import { appTitle, menuWords } from '../../../shared/wording/menu.ts'
import { packageProblemMessage } from '../../../shared/wording/package-problem.ts'
import { pageGoneWords } from '../../../shared/wording/page-gone.ts'
import { erasedPersonalData, keyringProblemMessage, protectionMessage } from '../../../shared/wording/privacy.ts'
import { reportProblemText } from '../../../shared/wording/report-problem.ts'
import { ruleNames } from '../../../shared/wording/rule-names.ts'
import { startErrorMessage } from '../../../shared/wording/start-error.ts'
import { startNoticeMessage } from '../../../shared/wording/start-notice.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'
import { unitLevelNames } from '../../../shared/wording/unit-level.ts'
import { valueFlawText } from '../../../shared/wording/value-flaw.ts'
import { verdictMessage } from '../../../shared/wording/verdict.ts'
import { writeProblemMessage } from '../../../shared/wording/write-problem.ts'
import { xlsxProblemText } from '../../../shared/wording/xlsx-problem.ts'
import { everyFinding } from '../../fixtures/every-finding.ts'
import {
  exportProblems,
  keyringProblems,
  packageProblems,
  reportProblems,
  startErrors,
  startNotices,
  storageProblems,
  verdicts,
  workbookProblems,
  writeProblems,
} from '../../fixtures/every-problem.ts'
import { formOf } from '../../fixtures/read-fixture.ts'
import { submissionBytes } from '../../fixtures/submission-bytes.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const flawCodes: Readonly<Record<ValueFlaw, ValueFlaw>> = {
  unreadable: 'unreadable',
  negative: 'negative',
  fraction: 'fraction',
  decimals: 'decimals',
  'too-large': 'too-large',
  'not-applicable': 'not-applicable',
}
const flaws = Object.values(flawCodes)
const kinds = ['count', 'change', 'money'] as const

const unpacked = unpackSubmission(submissionBytes({ code: 't1' }))
if (!unpacked.ok) throw new Error(unpacked.problem.code)
const submission = unpacked.value

const findings = everyFinding().flatMap(({ form, report, lastYear, findings }) =>
  findings.map((finding) => findingMessage(form, report, finding, lastYear)),
)
const form = formOf('2021')

/** Whole sentences: what happened and what to do. By the file that words them. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  'export-problem.ts': [...exportProblems, ...storageProblems].map(exportProblemMessage),
  'finding-message.ts': findings,
  'import-problem.ts': [...writeProblems, { code: 'unit-unknown' as const }].map(importProblemMessage),
  'package-problem.ts': packageProblems.map(packageProblemMessage),
  'page-gone.ts': [pageGoneWords.message, pageGoneWords.detail],
  'privacy.ts': [
    ...keyringProblems.map(keyringProblemMessage),
    ...(['system', 'none'] as const).map(protectionMessage),
  ],
  'report-problem.ts': reportProblems.map(reportProblemText),
  'start-error.ts': startErrors.map((error) => startErrorMessage(error).text.replace(/\n\S+$/, '。')),
  'start-notice.ts': startNotices.map(startNoticeMessage),
  'storage-problem.ts': storageProblems.map(storageProblemMessage),
  'value-flaw.ts': flaws.flatMap((flaw) => kinds.map((kind) => valueFlawText(flaw, kind, '件'))),
  'verdict.ts': verdicts.flatMap((verdict) => [verdictMessage(verdict, null), verdictMessage(verdict, submission)]),
  'write-problem.ts': writeProblems.map(writeProblemMessage),
  'xlsx-problem.ts': workbookProblems.map(xlsxProblemText),
}

/** Names and labels. */
const names: Readonly<Record<string, readonly string[]>> = {
  'cell-name.ts': [...form.cells.keys()].map((key) => cellName(form, key)),
  'file-dialog.ts': [...Object.values(fileDialogWords), ...Object.values(fileKindWords)],
  'letter-words.ts': [
    ...Object.values(letterNames),
    ...Object.values(placeholderNames),
    ...Object.values(deliveryWayNames),
    ...Object.values(feeBasisNames),
  ],
  'menu.ts': [appTitle, ...Object.values(menuWords)],
  'page-gone.ts': [pageGoneWords.again, pageGoneWords.close],
  'privacy.ts': [erasedPersonalData],
  'rule-names.ts': Object.values(ruleNames),
  'start-error.ts': startErrors.map((error) => startErrorMessage(error).title),
  'unit-level.ts': Object.values(unitLevelNames),
}

/** Words of programmers. 包括 and 包含 are not among them. */
const forbidden = /包(?![括含])|签名|派生|修订|冲突|勾稽|哈希/

describe('what the program says', () => {
  it('is looked at here, whichever file words it', () => {
    const files = readdirSync(path.join(root, 'shared/wording')).toSorted()
    expect([...new Set([...Object.keys(sentences), ...Object.keys(names)])].toSorted()).toEqual(files)
  })

  it.each(Object.keys(sentences))('is a whole sentence in Chinese for every code of %s', (file) => {
    const said = sentences[file] ?? []
    expect(said.length).toBeGreaterThan(0)
    for (const sentence of said) {
      expect(sentence).toMatch(/^[\p{Script=Han}“\d].*[。）]$/su)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|ENOSPC/)
      expect(sentence).not.toMatch(forbidden)
    }
  })

  it.each(Object.keys(names))('is a name in Chinese wherever %s gives one', (file) => {
    for (const name of names[file] ?? []) {
      expect(name).toMatch(/\p{Script=Han}/u)
      expect(name).not.toMatch(forbidden)
    }
  })

  it('has none of the words of programmers in the windows either', () => {
    const folder = path.join(root, 'renderer')
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
    expect(sources.length).toBeGreaterThan(100)
    const found = sources.filter((name) => forbidden.test(readFileSync(path.join(folder, name), 'utf8')))
    expect(found).toEqual([])
  })
})
