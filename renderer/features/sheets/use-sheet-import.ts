import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import type { StorageProblem } from '../../../shared/desktop.ts'
import { missingColumns, unknownColumns } from '../../../shared/steps/sheets/columns/open-columns.ts'
import type { Proposal } from '../../../shared/steps/sheets/columns/propose-plan.ts'
import type { SheetProblem } from '../../../shared/steps/sheets/sheet-problem.ts'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { sheetProblemText } from '../../../shared/wording/sheet-problem.ts'
import {
  importedMessage,
  notImportedText,
  rowTooLongText,
  sheetFailedText,
} from '../../../shared/wording/sheet-words.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'
import { writeProblemMessage } from '../../../shared/wording/write-problem.ts'
import { namesPeople, offerRecoveryCode } from '../../kit/sealed/recovery-prompt.ts'
import { notice } from '../../kit/session/notice.ts'
import { useSession } from '../../kit/session/session.ts'
import { useStore } from '../../store/store-context.ts'
import { checkSheet } from './check-sheet.ts'
import { isRemembered, rememberColumns, rememberedColumns } from './remembered-columns.ts'
import { rememberWords } from './remembered-words.ts'
import type { SheetRequest } from './sheet-request.ts'
import {
  type AskedWords,
  type Chosen,
  type ColumnChoices,
  chosenRows,
  type SheetStep,
  type SortedRows,
} from './sheet-state.ts'
import { type StoreProblem, storeRows } from './store-rows.ts'
import { type RunningSheets, workerSheets } from './worker-sheets.ts'

const working = (what: 'reading' | 'checking' | 'saving', done = 0, total = 0): SheetStep => ({
  step: 'working',
  what,
  done,
  total,
})
const failed = (message: string): SheetStep => ({ step: 'failed', message })

export interface SheetImport {
  readonly step: SheetStep
  /** Null until it is known. */
  readonly register: string | null
  choose(register: string): void
  tell(told: ColumnChoices): void
  check(): void
  answer(asked: AskedWords): void
  checkAnswered(): void
  /** From the rows to the words that were asked, if any, and from there to the columns. */
  back(): void
  save(chosen: Chosen): void
  /** Ends what is under way and forgets the file; nothing is stored. */
  end(): void
}

/** An import from its rows to its entries, step by step. Nothing is stored before `save`. */
export function useSheetImport(request: SheetRequest, onEnd: () => void): SheetImport {
  const session = useSession()
  const store = useStore()
  const { registers } = store.catalogue
  const [step, setStep] = useState<SheetStep>(working('reading'))
  const [register, setRegister] = useState<string | null>(request.register)
  const running = useRef<RunningSheets | null>(null)
  const stop = useMemo(() => new AbortController(), [])
  const unit = session.unit.code

  /** What a step throws is said, unless the clerk has left meanwhile. */
  const run = useCallback(
    (task: () => Promise<SheetStep | null>) => {
      void task()
        .catch(() => failed(sheetFailedText))
        .then((next) => {
          if (!stop.signal.aborted && next !== null) setStep(next)
        })
    },
    [stop],
  )

  const propose = useCallback(
    async (id: string): Promise<SheetStep> => {
      const work = running.current
      if (work === null) return failed(sheetFailedText)
      // Begins to read what the rows will be compared with, where the list has not done so.
      store.entries.of(unit, id)
      const proposals = await work.propose(id)
      const [best] = proposals
      if (best === undefined) return failed(sheetProblemText({ code: 'empty' }))
      if (!best.hasHead && request.source.kind !== 'cells') return failed(sheetProblemText({ code: 'no-heading' }))
      return { step: 'columns', proposals, told: toldFor(unit, id, best) }
    },
    [store, unit, request],
  )

  const checkTold = useCallback(
    async (
      id: string,
      proposals: readonly Proposal[],
      told: ColumnChoices,
      asked: AskedWords | null,
    ): Promise<SheetStep> => {
      const work = running.current
      if (work === null) return failed(sheetFailedText)
      const sheet = { unit, year: session.year, register: knownRegister(registers, id), told, asked }
      const checked = await checkSheet(store, work, sheet, (done, total) => {
        if (!stop.signal.aborted) setStep(working('checking', done, total))
      })
      if (!checked.ok) return failed(sheetProblemText(checked.problem))
      const { sorted, asked: words } = checked.value
      return sorted === null
        ? { step: 'words', proposals, told, asked: words }
        : { step: 'preview', proposals, told, asked: words, sorted }
    },
    [store, registers, unit, session.year, stop],
  )

  /** Straight to the preview where there is nothing to ask; else the columns first. */
  const goOn = useCallback(
    async (id: string): Promise<SheetStep> => {
      const next = await propose(id)
      if (next.step !== 'columns') return next
      const { told, proposals } = next
      const isClear =
        told.proposal.hasHead &&
        missingColumns(knownRegister(registers, id), told.columns, told.proposal.given).length === 0 &&
        (unknownColumns(told.proposal.fileColumns, told.columns, told.proposal.unitAt).length === 0 ||
          isRemembered(unit, id, told.proposal))
      return isClear ? checkTold(id, proposals, told, null) : next
    },
    [propose, checkTold, registers, unit],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: one request is one import, opened once: the frame gives each its own
  useEffect(() => {
    const work = workerSheets(registers)
    running.current = work
    run(async () => {
      const opened = await work.open(request.source)
      if (!opened.ok) return failed(openProblemText(opened.problem))
      if (request.register !== null) return goOn(request.register)
      if (opened.value.fits.length === 0) return failed(sheetProblemText({ code: 'no-heading' }))
      return { step: 'register', fits: opened.value.fits }
    })
    return () => work.end()
  }, [])

  const save = (sorted: SortedRows, chosen: Chosen, id: string): void => {
    const { rows, updates } = chosenRows(sorted, chosen)
    setStep(working('saving', 0, rows.length + updates.length))
    run(async () => {
      const definition = knownRegister(registers, id)
      const stored = await storeRows(
        store,
        { unit, year: session.year, register: definition, rows, updates },
        (done, total) => setStep(working('saving', done, total)),
        stop.signal,
      )
      if (!stored.ok) return stored.problem.code === 'cancelled' ? null : failed(storeProblemText(stored.problem))
      const people = [...rows, ...updates].some(({ personal }) => personal !== null && namesPeople(personal))
      if (people) void offerRecoveryCode(store)
      notice.set(importedMessage(rows.length, updates.length, definition.unit))
      session.go({ screen: 'register', register: id })
      onEnd()
      return null
    })
  }

  return {
    step,
    register,
    choose: (id) => {
      setRegister(id)
      setStep(working('reading'))
      run(() => goOn(id))
    },
    tell: (told) => {
      if (step.step === 'columns') setStep({ ...step, told })
    },
    check: () => {
      if (step.step !== 'columns' || register === null) return
      const { proposals, told } = step
      rememberColumns(unit, register, told.proposal, told.columns)
      setStep(working('checking'))
      run(() => checkTold(register, proposals, told, null))
    },
    answer: (asked) => {
      if (step.step === 'words') setStep({ ...step, asked })
    },
    checkAnswered: () => {
      if (step.step !== 'words' || register === null) return
      const { proposals, told, asked } = step
      rememberWords(unit, knownRegister(registers, register), asked)
      setStep(working('checking'))
      run(() => checkTold(register, proposals, told, asked))
    },
    back: () => {
      if (step.step !== 'preview' && step.step !== 'words') return
      const { proposals, told, asked } = step
      if (step.step === 'preview' && asked.words.length > 0) setStep({ step: 'words', proposals, told, asked })
      else setStep({ step: 'columns', proposals, told })
    },
    save: (chosen) => {
      if (step.step === 'preview' && register !== null) save(step.sorted, chosen, register)
    },
    end: () => {
      stop.abort()
      running.current?.end()
      onEnd()
    },
  }
}

/** What a sheet's columns mean as far as nobody was asked yet. */
export function toldFor(unit: string, register: string, proposal: Proposal): ColumnChoices {
  return { proposal, columns: rememberedColumns(unit, register, proposal), constants: {} }
}

function openProblemText(problem: SheetProblem | StorageProblem): string {
  switch (problem.code) {
    case 'disk-full':
    case 'read-only':
    case 'file-busy':
    case 'file-missing':
    case 'file-too-large':
    case 'verify-failed':
    case 'taken-over':
    case 'io':
      return storageProblemMessage(problem)
    default:
      return sheetProblemText(problem)
  }
}

function storeProblemText(problem: Exclude<StoreProblem, { code: 'cancelled' }>): string {
  if (problem.code === 'row-too-long') return rowTooLongText(problem)
  const said =
    problem.code === 'not-sealed' ? keyringProblemMessage(problem.problem) : writeProblemMessage(problem.problem)
  const isUnsure = problem.code === 'not-written' && problem.problem.code === 'store-behind'
  return `${said}${notImportedText(isUnsure)}`
}
