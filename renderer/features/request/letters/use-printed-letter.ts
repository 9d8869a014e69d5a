import { useEffect, useState } from 'react'
import type { FileToken, StorageProblem } from '../../../../shared/desktop.ts'
import { documentHtml } from '../../../../shared/steps/documents/to-html.ts'
import type { MadeLetter } from '../../../../shared/steps/letters/make-letter.ts'
import { fileName } from '../../../../shared/values/file-name.ts'
import { ok, type Result } from '../../../../shared/values/result.ts'
import type { PrintedReport } from '../../../kit/print/printed-report.ts'
import { stageBytes } from '../../../store/stage-bytes.ts'
import type { Store } from '../../../store/store.ts'
import { useStore } from '../../../store/store-context.ts'

/** While somebody is typing, the pages wait for a pause. */
const PAUSE = 500

/** The letter as the page that is printed, staged with the shell. */
export function stageLetter(store: Store, { title, nodes }: MadeLetter): Promise<Result<FileToken, StorageProblem>> {
  return stageBytes(store, fileName(title, 'html'), new TextEncoder().encode(documentHtml(nodes, { title })))
}

async function printLetter(store: Store, made: MadeLetter): Promise<Result<PrintedReport, StorageProblem>> {
  const page = await stageLetter(store, made)
  if (!page.ok) return page
  const pdf = await store.desktop.renderPdf(page.value)
  if (!pdf.ok) return pdf
  const bytes = await store.bytes.read(pdf.value)
  return bytes.ok ? ok({ token: pdf.value, bytes: bytes.value }) : bytes
}

/** The letter as PDF, as it was at the last pause; `current` tells whether that is what it says now. */
export function usePrintedLetter(made: MadeLetter): {
  readonly printed: PrintedReport | null
  readonly current: boolean
  readonly problem: StorageProblem | null
} {
  const store = useStore()
  const [result, setResult] = useState<{ of: MadeLetter; is: Result<PrintedReport, StorageProblem> } | null>(null)
  const isFirst = result === null
  useEffect(() => {
    let gone = false
    const timer = setTimeout(
      () => void printLetter(store, made).then((is) => !gone && setResult({ of: made, is })),
      isFirst ? 0 : PAUSE,
    )
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [store, made, isFirst])
  const is = result?.is
  return {
    printed: is?.ok ? is.value : null,
    current: result?.of === made,
    problem: is === undefined || is.ok ? null : is.problem,
  }
}
