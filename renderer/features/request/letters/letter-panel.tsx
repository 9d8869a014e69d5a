import { Alert, Button, Group, Loader, Stack } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { SavedFile, StorageProblem } from '../../../../shared/desktop.ts'
import {
  emptyDetails,
  type Letter,
  type LetterContext,
  type LetterDetails,
} from '../../../../shared/steps/letters/letter.ts'
import { type MadeLetter, makeLetter } from '../../../../shared/steps/letters/make-letter.ts'
import { fileName } from '../../../../shared/values/file-name.ts'
import type { Result } from '../../../../shared/values/result.ts'
import { letterWords, placeholderNames } from '../../../../shared/wording/letter-words.ts'
import { storageProblemMessage } from '../../../../shared/wording/storage-problem.ts'
import { TickDaysLinks } from '../../../kit/links/tick-days-link.tsx'
import { PdfPages } from '../../../kit/print/pdf-pages.tsx'
import { saveBytes } from '../../../store/stage-bytes.ts'
import { useStore } from '../../../store/store-context.ts'
import { firstEmptyField, LetterFields } from './letter-fields.tsx'
import './letter-panel.css'
import { rememberDetails, rememberedDetails } from './remembered-details.ts'
import { stageLetter, usePrintedLetter } from './use-printed-letter.ts'

/**
 * One letter: what is still needed for it, its pages, 打印, 存为 Word, 存为 PDF. `context` holds the personal fields in
 * clear, which stay in this component and in what the clerk saves. Keep `letter` and `context` the same objects while
 * nothing changes: new ones lay the pages out again. `problem` is why they lack what they lack. LetterDialog shows
 * it for a request of the register.
 */
export function LetterPanel(props: { letter: Letter; context: LetterContext; problem: string | null }) {
  const { letter, context, problem } = props
  const { catalogue } = useStore()
  const unit = context.unit.name
  const [details, setDetails] = useState<LetterDetails>(() => ({ ...emptyDetails, ...rememberedDetails(unit) }))
  const made = useMemo(
    () => makeLetter(letter, context, details, letterWords, catalogue),
    [letter, context, details, catalogue],
  )
  const change = (next: LetterDetails) => {
    setDetails(next)
    rememberDetails(unit, next)
  }
  const printing = usePrintedLetter(made)
  const panel = useRef<HTMLDivElement>(null)
  /** Where the clerk goes on when the letter comes: what is still to be written, else 打印. */
  const [first] = useState(() => firstEmptyField(catalogue, letter, details, made.missing))
  // The dialog was there before the letter and has given the focus away already.
  useEffect(() => panel.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  return (
    <div className="letter-panel" ref={panel}>
      <div className="letter-side">
        <Stack gap="xs" className="letter-fields">
          {problem !== null && <Alert color="yellow">{problem}文书中已留空，可打印后手写。</Alert>}
          <LetterFields letter={letter} details={details} today={context.today} first={first} onChange={change} />
          {made.missing.length > 0 && (
            <Alert color="yellow" p="xs" role="status">
              未填：{made.missing.map((name) => placeholderNames[name]).join('、')}。文书中已留空，可打印后手写。
            </Alert>
          )}
          {made.provisional.length > 0 && (
            <Alert color="yellow" p="xs" role="status">
              {made.provisional.join('、')}年节假日安排未录入，文书中的日期为暂算，发出前请核对。
              <Group gap="xs">
                <TickDaysLinks years={made.provisional} />
              </Group>
            </Alert>
          )}
        </Stack>
        <LetterActions made={made} printing={printing} context={context} isFirst={first === null} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reached by Tab, so that the pages scroll by the keyboard */}
      <section className="paper-desk" tabIndex={0} aria-label="文书预览">
        {printing.printed === null ? (
          <Loader role="status" aria-label="正在排版" />
        ) : (
          <PdfPages bytes={printing.printed.bytes} width={520} />
        )}
      </section>
    </div>
  )
}

interface ActionsProps {
  readonly made: MadeLetter
  readonly printing: ReturnType<typeof usePrintedLetter>
  readonly context: LetterContext
  /** Nothing is left to be written: the clerk prints. */
  readonly isFirst: boolean
}

function LetterActions({ made, printing: { printed, current, problem }, context, isFirst }: ActionsProps) {
  const store = useStore()
  const [message, setMessage] = useState<{ bad: boolean; text: string } | null>(null)
  // The name tells no applicant: file names end up in lists of recent files.
  const nameOf = (kind: 'pdf' | 'docx') => fileName(`${made.title} ${context.number}`.trim(), kind)
  const say = (result: Result<SavedFile | null | boolean, StorageProblem>) => {
    if (!result.ok) setMessage({ bad: true, text: storageProblemMessage(result.problem) })
    else if (typeof result.value === 'object' && result.value !== null)
      setMessage({ bad: false, text: `已保存到：${result.value.path}` })
  }
  const paper = async () => {
    const page = await stageLetter(store, made)
    say(page.ok ? await store.desktop.printPaper(page.value) : page)
  }
  const savePdf = async () => {
    if (printed !== null) say(await store.desktop.saveFile(printed.token, { name: nameOf('pdf'), kind: 'pdf' }))
  }
  const saveWord = async () => {
    // The Word writer is large and seldom used.
    const { documentDocx } = await import('../../../../shared/steps/documents/to-docx.ts')
    const bytes = await documentDocx(made.nodes, { title: made.title, unit: context.unit.name, day: context.today })
    const name = nameOf('docx')
    say(await saveBytes(store, { name, kind: 'docx' }, bytes))
  }
  const shown = problem === null ? message : { bad: true, text: storageProblemMessage(problem) }
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Button
          size="xs"
          px={10}
          leftSection={<IconPrinter size={16} />}
          data-autofocus={isFirst ? true : undefined}
          onClick={() => void paper()}
        >
          打印…
        </Button>
        <Button
          size="xs"
          px={10}
          variant="default"
          leftSection={<IconFileTypeDocx size={16} />}
          onClick={() => void saveWord()}
        >
          另存为 Word…
        </Button>
        <Button
          size="xs"
          px={10}
          variant="default"
          leftSection={<IconFileTypePdf size={16} />}
          disabled={printed === null || !current}
          onClick={() => void savePdf()}
        >
          另存为 PDF…
        </Button>
      </Group>
      {shown !== null && (
        <Alert color={shown.bad ? 'red' : 'teal'} role={shown.bad ? 'alert' : 'status'} p="xs">
          {shown.text}
        </Alert>
      )}
    </>
  )
}
