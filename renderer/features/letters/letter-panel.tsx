import { Alert, Button, Group, Loader, Stack } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { SavedFile, StorageProblem } from '../../../shared/desktop.ts'
import { emptyDetails, type Letter, type LetterContext, type LetterDetails } from '../../../shared/letters/letter.ts'
import { type MadeLetter, makeLetter } from '../../../shared/letters/make-letter.ts'
import { reportFileName } from '../../../shared/package/file-name.ts'
import type { Result } from '../../../shared/result.ts'
import { placeholderNames } from '../../../shared/wording/letter-words.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'
import { useStore } from '../../store/store-context.ts'
import { TickDaysLinks } from '../holidays/tick-days-link.tsx'
import { PdfPages } from '../print/pdf-pages.tsx'
import { stageBytes } from '../print/printed-report.ts'
import { LetterFields } from './letter-fields.tsx'
import { rememberDetails, rememberedDetails } from './remembered-details.ts'
import { stageLetter, usePrintedLetter } from './use-printed-letter.ts'

/**
 * One letter: what is still needed for it, its pages, 打印, 存为 Word, 存为 PDF. `context` holds the personal fields in
 * clear, which stay in this component and in what the clerk saves. Keep `letter` and `context` the same objects while
 * nothing changes: new ones lay the pages out again. RequestLetters shows it for a request of the register.
 */
export function LetterPanel({ letter, context }: { letter: Letter; context: LetterContext }) {
  const unit = context.unit.name
  const [details, setDetails] = useState<LetterDetails>(() => ({ ...emptyDetails, ...rememberedDetails(unit) }))
  const made = useMemo(() => makeLetter(letter, context, details), [letter, context, details])
  const change = (next: LetterDetails) => {
    setDetails(next)
    rememberDetails(unit, next)
  }
  const printing = usePrintedLetter(made)
  return (
    <Group align="flex-start" gap="md" wrap="nowrap">
      <Stack gap="xs" w={280} miw={280}>
        <LetterFields letter={letter} details={details} onChange={change} />
        {made.missing.length > 0 && (
          <Alert color="yellow" p="xs" role="status">
            还空着：{made.missing.map((name) => placeholderNames[name]).join('、')}。文书里留了横线，可以打印后手写。
          </Alert>
        )}
        {made.provisional.length > 0 && (
          <Alert color="yellow" p="xs" role="status">
            {made.provisional.join('、')}年的放假安排还没有，文书里的日期是暂算的，发出前请核对。
            <Group gap="xs">
              <TickDaysLinks years={made.provisional} />
            </Group>
          </Alert>
        )}
        <LetterActions made={made} printing={printing} context={context} />
      </Stack>
      <div className="paper-desk">
        {printing.printed === null ? (
          <Loader aria-label="正在排版" />
        ) : (
          <PdfPages bytes={printing.printed.bytes} width={520} />
        )}
      </div>
    </Group>
  )
}

interface ActionsProps {
  readonly made: MadeLetter
  readonly printing: ReturnType<typeof usePrintedLetter>
  readonly context: LetterContext
}

function LetterActions({ made, printing: { printed, current, problem }, context }: ActionsProps) {
  const store = useStore()
  const [message, setMessage] = useState<{ bad: boolean; text: string } | null>(null)
  // The name tells no applicant: file names end up in lists of recent files.
  const nameOf = (kind: 'pdf' | 'docx') => reportFileName(`${made.title} ${context.number}`.trim(), kind)
  const say = (result: Result<SavedFile | null | boolean, StorageProblem>) => {
    if (!result.ok) setMessage({ bad: true, text: storageProblemMessage(result.problem) })
    else if (typeof result.value === 'object' && result.value !== null)
      setMessage({ bad: false, text: `已核对，存为 ${result.value.path}` })
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
    const { documentDocx } = await import('../../../shared/documents/to-docx.ts')
    const bytes = await documentDocx(made.nodes, { title: made.title, unit: context.unit.name, day: context.today })
    const name = nameOf('docx')
    const token = await stageBytes(store, name, bytes)
    say(token.ok ? await store.desktop.saveFile(token.value, { name, kind: 'docx' }) : token)
  }
  const shown = problem === null ? message : { bad: true, text: storageProblemMessage(problem) }
  return (
    <>
      <Group gap="xs">
        <Button size="xs" leftSection={<IconPrinter size={16} />} onClick={() => void paper()}>
          打印…
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileTypeDocx size={16} />}
          onClick={() => void saveWord()}
        >
          存为 Word…
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileTypePdf size={16} />}
          disabled={printed === null || !current}
          onClick={() => void savePdf()}
        >
          存为 PDF…
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
