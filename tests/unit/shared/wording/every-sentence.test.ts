import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { HolidayProblemCode } from '../../../../shared/calendar/holiday-year.ts'
import { knownRegister } from '../../../../shared/catalogue/catalogue.ts'
import { catalogueProblemCodes } from '../../../../shared/catalogue/catalogue-problem.ts'
import type { CellKey } from '../../../../shared/catalogue/forms/form.ts'
import { ruleCodes } from '../../../../shared/catalogue/forms/rule-codes.ts'
import { entryFlaws } from '../../../../shared/model/entry/entry-flaws.ts'
import type { ValueFlaw } from '../../../../shared/model/report/figure.ts'
import { submittedReport } from '../../../../shared/model/report/submitted-report.ts'
import { unitLevels } from '../../../../shared/model/unit/unit-record.ts'
import { formedReport } from '../../../../shared/steps/check/formed-report.ts'
import { rowFlaws } from '../../../../shared/steps/sheets/cells/row-flaw.ts'
import { sheetColumns } from '../../../../shared/steps/sheets/columns/sheet-columns.ts'
import { answeredWordsText } from '../../../../shared/wording/answered-words.ts'
import { catalogueProblemText } from '../../../../shared/wording/catalogue-problem.ts'
import { clockAheadMessage, ownClockText } from '../../../../shared/wording/clock-ahead.ts'
import { holidayProblemText } from '../../../../shared/wording/clock-calendar.ts'
import { consultedNames, stageNames, waitNames } from '../../../../shared/wording/clock-words.ts'
import { conflictWords } from '../../../../shared/wording/conflict.ts'
import { binnedMessage, emptyEntryMessage, restoredMessage } from '../../../../shared/wording/entry-done.ts'
import { entryFlawsLines, entryFlawsText } from '../../../../shared/wording/entry-flaws.ts'
import {
  entriesErasedMessage,
  entryErasure,
  eraseProblemMessage,
  personErased,
  personErasedMessage,
  personErasure,
  undoneText,
} from '../../../../shared/wording/erasure.ts'
import { exportProblemMessage } from '../../../../shared/wording/export-problem.ts'
import { fieldFlawText, figureFlawText, unreadableDayText } from '../../../../shared/wording/field-flaw.ts'
import { fileDialogWords, fileKindWords } from '../../../../shared/wording/file-dialog.ts'
import { findingMessage } from '../../../../shared/wording/finding-message.ts'
import { importProblemMessage } from '../../../../shared/wording/import-problem.ts'
import {
  deliveryWayNames,
  feeBasisNames,
  letterNames,
  placeholderNames,
} from '../../../../shared/wording/letter-words.ts'
import { appTitle, menuWords } from '../../../../shared/wording/menu.ts'
import { carriedDifference, lastReportName, stockDifference } from '../../../../shared/wording/opening-difference.ts'
import { packageProblemMessage } from '../../../../shared/wording/package-problem.ts'
import { notDrawnWords, pageGoneWords } from '../../../../shared/wording/page-gone.ts'
import {
  giveUpLines,
  keyringProblemMessage,
  olderKeysText,
  protectionMessage,
  sealedName,
  unreadText,
} from '../../../../shared/wording/privacy.ts'
import { missingFilesMessage, receivedWords, unlistedFilesMessage } from '../../../../shared/wording/received-files.ts'
import { reportDeadlineText } from '../../../../shared/wording/report-days.ts'
import { reportProblemText } from '../../../../shared/wording/report-problem.ts'
import { rowChangeText, rowLinkText } from '../../../../shared/wording/row-change.ts'
import { rowFlawText } from '../../../../shared/wording/row-flaw.ts'
import { ruleName } from '../../../../shared/wording/rule-name.ts'
import { sheetGuide } from '../../../../shared/wording/sheet-guide.ts'
import { sheetProblemText } from '../../../../shared/wording/sheet-problem.ts'
import {
  cellTooLongText,
  exportFailedText,
  importedMessage,
  notImportedText,
  oneSheetMessage,
  rowTooLongText,
  savedAsMessage,
  sheetFailedText,
  sheetFileNames,
  unsettledText,
} from '../../../../shared/wording/sheet-words.ts'
import { startErrorMessage } from '../../../../shared/wording/start-error.ts'
import { startNoticeMessage } from '../../../../shared/wording/start-notice.ts'
import { storageProblemMessage } from '../../../../shared/wording/storage-problem.ts'
import { submittedChangesMessage, submittedWord } from '../../../../shared/wording/submitted-change.ts'
import { fieldLimitText } from '../../../../shared/wording/text-limit.ts'
import { unitLevelNames } from '../../../../shared/wording/unit-level.ts'
import { valueFlawText } from '../../../../shared/wording/value-flaw.ts'
import { verdictMessage } from '../../../../shared/wording/verdict.ts'
import { workingFindingMessage } from '../../../../shared/wording/working-finding.ts'
import { writeProblemMessage } from '../../../../shared/wording/write-problem.ts'
import { writtenByText } from '../../../../shared/wording/written-by.ts'
import { xlsxProblemText } from '../../../../shared/wording/xlsx-problem.ts'
import { forms, registers } from '../../../fixtures/catalogue.ts'
import { everyFinding } from '../../../fixtures/every-finding.ts'
import {
  exportProblems,
  keyringProblems,
  keysOf,
  packageProblems,
  reportProblems,
  sheetProblems,
  startErrors,
  startNotices,
  storageProblems,
  verdicts,
  workbookProblems,
  writeProblems,
} from '../../../fixtures/every-problem.ts'
import { formOf } from '../../../fixtures/read-fixture.ts'
import { registerOf } from '../../../fixtures/register-entries.ts'
import { submissionOf } from '../../../fixtures/submission-bytes.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

const flawCodes: Readonly<Record<ValueFlaw, true>> = {
  unreadable: true,
  negative: true,
  fraction: true,
  decimals: true,
  'too-large': true,
  'not-applicable': true,
}
const flaws = keysOf(flawCodes)
const kinds = ['count', 'change', 'money'] as const

const submission = await submissionOf({ code: 't1' })

const missingFiles = (count: number) =>
  Array.from({ length: count }, () => ({ unit: { code: 't1', name: '花园镇' }, year: 2026, revision: 2 }))

const findings = everyFinding().flatMap(({ form, report, lastYear, findings }) =>
  findings.map((finding) => findingMessage(form, report, finding, formedReport(forms, lastYear))),
)
const nobody = { provenance: {}, reasons: [], people: { author: '', reviewer: '', phone: '' } }
const workingFindings = everyFinding().flatMap(({ form, report, lastYear, findings }) => {
  const working = submittedReport(form, { report, basis: nobody, layer: 'total' })
  return findings.flatMap((finding) =>
    [finding, { ...finding, unit: { code: 't1', name: '花园镇' } }].map((said) =>
      workingFindingMessage(form, working, said, formedReport(forms, lastYear)),
    ),
  )
})
const holidayCodes: Readonly<Record<HolidayProblemCode, true>> = {
  'bad-shape': true,
  'no-holidays': true,
  'not-a-day': true,
  'other-year': true,
  'listed-twice': true,
  'workday-in-week': true,
}
const holidayTexts = keysOf(holidayCodes).map((code) => holidayProblemText({ code, date: '2026-12-31' }))
const form = formOf('2021')
const [firstCell] = form.cells.keys()
if (firstCell === undefined) throw new Error('a form without cells')
const changedCells = [...form.cells.keys()].slice(0, 2).map((key) => ({ key, submitted: null, now: 4 }))
const changedReports = [changedCells, changedCells.slice(0, 1), []].map((cells) => ({
  cells,
  following: new Set<CellKey>(),
  supplement: [],
  texts: ['preface', 'overview'],
}))
const oneself = { author: '王芳', time: 0, actingUnit: null }

/** Whole sentences: what happened and what to do. By the file that words them. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  'answered-words.ts': [
    answeredWordsText(
      knownRegister(registers, 'requests'),
      [{ column: 'decision.outcome', word: '已答复', rows: 2 }],
      new Map([['decision.outcome', new Map([['已答复', 'granted']])]]),
    ),
  ],
  'catalogue-problem.ts': catalogueProblemCodes.map((code) =>
    catalogueProblemText({ code, of: '2027', detail: 'requests.granted.person' }),
  ),
  'clock-calendar.ts': holidayTexts,
  'clock-ahead.ts': [clockAheadMessage('2035-01-03T01:00:00.000Z'), ownClockText],
  'conflict.ts': [conflictWords.summary(2), conflictWords.undone],
  'entry-done.ts': [binnedMessage('2025-017'), restoredMessage('2025-017'), emptyEntryMessage],
  'erasure.ts': [
    ...[...keyringProblems, ...writeProblems, { code: 'journal-unreadable', detail: 'ENOSPC' } as const].map(
      eraseProblemMessage,
    ),
    ...registers.flatMap((register) => [
      ...personErasure(register),
      ...entryErasure(3, 2, register),
      undoneText(2, register),
    ]),
    ...[[], ['/data/keyring-damaged-1.json']].flatMap((unreached) => [
      personErasedMessage({ unreached }),
      entriesErasedMessage(3, '件', { unreached }),
    ]),
  ],
  'export-problem.ts': [...exportProblems, ...storageProblems].map(exportProblemMessage),
  'finding-message.ts': findings,
  'import-problem.ts': [...writeProblems, { code: 'unit-unknown' as const }].map(importProblemMessage),
  'opening-difference.ts': [
    carriedDifference(form, 2025, {
      key: firstCell,
      lastKey: firstCell,
      lastYear: 3,
      counted: 2,
      now: 2,
      differs: true,
    }),
    stockDifference(2025, { typed: '60', lastYear: '56' }),
  ],
  'package-problem.ts': packageProblems.map(packageProblemMessage),
  'page-gone.ts': [pageGoneWords.message, pageGoneWords.detail, notDrawnWords.text],
  'privacy.ts': [
    ...keyringProblems.map(keyringProblemMessage),
    ...(['system', 'none'] as const).map(protectionMessage),
  ],
  'received-files.ts': [
    ...[1, 6].flatMap((count) =>
      [null, 'D:\\数据\\aside\\x'].map((savedAs) => missingFilesMessage(missingFiles(count), savedAs)),
    ),
    unlistedFilesMessage(2),
  ],
  'report-days.ts': unitLevels.flatMap((level) =>
    [null, '2027-01-20'].flatMap((noted) =>
      ['2027-01-10', '2027-05-10'].map((today) => reportDeadlineText(level, 2026, noted, today)),
    ),
  ),
  'report-problem.ts': reportProblems.map(reportProblemText),
  'sheet-problem.ts': sheetProblems.map(sheetProblemText),
  'sheet-words.ts': [
    importedMessage(3, 0, '件'),
    importedMessage(3, 2, '件'),
    importedMessage(0, 2, '件'),
    oneSheetMessage('台账.xlsx'),
    sheetFailedText,
    exportFailedText,
    ...[true, false].map(notImportedText),
    unsettledText('办理结果', '件'),
    rowTooLongText({ row: 12, length: 200_001 }),
    cellTooLongText({ at: 5, unit: '件', name: '2025-003', column: '申请内容', length: 40_000 }),
  ],
  'start-error.ts': startErrors.map((error) => startErrorMessage(error).text.replace(/\n\S+$/, '。')),
  'start-notice.ts': startNotices.map(startNoticeMessage),
  'storage-problem.ts': storageProblems.map(storageProblemMessage),
  'submitted-change.ts': changedReports.flatMap((changes) =>
    (['own', 'total'] as const).map((layer) => submittedChangesMessage(form, 2025, layer, changes)),
  ),
  'text-limit.ts': [fieldLimitText(100, 100), fieldLimitText(101, 100)].map(String),
  'value-flaw.ts': flaws.flatMap((flaw) => kinds.map((kind) => valueFlawText(flaw, kind, '件'))),
  'verdict.ts': verdicts.flatMap((verdict) => [verdictMessage(verdict, null), verdictMessage(verdict, submission)]),
  'working-finding.ts': workingFindings,
  'write-problem.ts': writeProblems.map(writeProblemMessage),
  'written-by.ts': [
    writtenByText({ began: oneself, changed: oneself }, () => null),
    writtenByText({ began: oneself, changed: { ...oneself, actingUnit: 'c' } }, () => null),
    writtenByText({ began: oneself, changed: { ...oneself, author: '' } }, () => null),
  ],
  'xlsx-problem.ts': workbookProblems.map(xlsxProblemText),
}

/** Names and labels. */
const names: Readonly<Record<string, readonly string[]>> = {
  'conflict.ts': [conflictWords.title, conflictWords.look, conflictWords.choose],
  'clock-words.ts': [stageNames, consultedNames, waitNames].flatMap((given) => Object.values(given)),
  'entry-flaws.ts': registers
    .map((register) => [register, entryFlaws(register, { fields: {} })] as const)
    .flatMap(([register, flaws]) => [
      entryFlawsText(register, { fields: {} }, flaws),
      entryFlawsLines(register, flaws),
    ]),
  'erasure.ts': [personErased],
  'field-flaw.ts': [...Object.values(fieldFlawText), unreadableDayText, figureFlawText('unreadable')],
  'file-dialog.ts': [...Object.values(fileDialogWords), ...Object.values(fileKindWords)],
  'letter-words.ts': [
    ...Object.values(letterNames),
    ...Object.values(placeholderNames),
    ...Object.values(deliveryWayNames),
    ...Object.values(feeBasisNames),
  ],
  'menu.ts': [appTitle, ...Object.values(menuWords)],
  'opening-difference.ts': [lastReportName(2025, true), lastReportName(2025, false)],
  'page-gone.ts': [pageGoneWords.again, pageGoneWords.close, notDrawnWords.title, notDrawnWords.again],
  'privacy.ts': [
    ...(['erased', 'key-absent', 'altered'] as const).map(unreadText),
    ...giveUpLines,
    olderKeysText,
    ...['requests', 'disputes'].map((id) => sealedName(registerOf(id))),
  ],
  'received-files.ts': Object.values(receivedWords),
  'row-change.ts': [
    rowLinkText,
    ...([null, 'flawed', 'sealed'] as const).map((kept) =>
      rowChangeText({ label: '方式', before: '', after: '网络', kept }),
    ),
  ],
  'row-flaw.ts': rowFlaws.map((code) => rowFlawText('收到日期', { column: 'arrived', code, text: '3月40日' })),
  'rule-name.ts': [...ruleCodes, 'granted-most'].map(ruleName),
  'sheet-guide.ts': [
    ...registers.flatMap((register) => {
      const { name, lines } = sheetGuide(sheetColumns(register))
      return [name, ...lines.map(([, , how = '']) => how)]
    }),
  ],
  'sheet-words.ts': [
    savedAsMessage('D:\\台账.xlsx'),
    sheetFileNames.template('依申请公开'),
    sheetFileNames.exported('花园镇', '依申请公开', '2026-01-20'),
  ],
  'start-error.ts': startErrors.map((error) => startErrorMessage(error).title),
  'submitted-change.ts': Object.values(submittedWord),
  'unit-level.ts': Object.values(unitLevelNames),
}

/** Built from the stages of a request, and so looked at with its clock. */
const withTheClock = ['clock-problem.ts', 'clock-step.ts', 'clock-summary.ts']

/** Words of programmers. 包括 and 包含 are not among them. */
const forbidden = /包(?![括含])|签名|派生|修订|冲突|勾稽|哈希/

describe('what the program says', () => {
  it('is looked at here, whichever file words it', () => {
    const files = readdirSync(path.join(root, 'shared/wording')).toSorted()
    expect([...new Set([...Object.keys(sentences), ...Object.keys(names), ...withTheClock])].toSorted()).toEqual(files)
  })

  it.each(Object.keys(sentences))('is a whole sentence in Chinese for every code of %s', (file) => {
    const said = sentences[file] ?? []
    expect(said.length).toBeGreaterThan(0)
    for (const sentence of said) {
      expect(sentence).toMatch(/^[\p{Script=Han}“《\d].*[。）]$/su)
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

  it.each([
    ['shared/wording', 20],
    ['renderer', 100],
  ])('has no word of programmers anywhere in %s, in no case that was forgotten here', (room, atLeast) => {
    const folder = path.join(root, room)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
    expect(sources.length).toBeGreaterThan(atLeast)
    const found = sources.filter((name) => forbidden.test(readFileSync(path.join(folder, name), 'utf8')))
    expect(found).toEqual([])
  })
})
