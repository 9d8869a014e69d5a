import { Button, Group, Loader, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import { type Letter, lettersOf } from '../../../shared/letters/letter.ts'
import type { Entry } from '../../../shared/records/entry-record.ts'
import type { Request } from '../../../shared/registers/request.ts'
import { shortDate } from '../../../shared/wording/clock-words.ts'
import { letterNames } from '../../../shared/wording/letter-words.ts'
import { OpenDialog } from '../../app/open-dialog.tsx'
import { useLetterContext } from './use-letter-context.ts'

// The pages bring a large library, as in the print preview.
const LetterPanel = lazy(() => import('./letter-panel.tsx').then((module) => ({ default: module.LetterPanel })))

interface Props {
  readonly entry: Entry
  readonly request: Request
  readonly calendar: HolidayCalendar
  readonly today: string
}

/**
 * The letters of a request as a line of buttons: those of the whole, then those of each stage by its day. Put it beside
 * the timeline; `onOpen` records what is still being typed, so that the letter has it.
 */
export function RequestLetters({ onOpen, ...props }: Props & { onOpen(): Promise<unknown> }) {
  const [open, setOpen] = useState<string | null>(null)
  const letters = [null, ...props.request.stages].flatMap(lettersOf)
  const named = letters.map((letter) => ({ letter, name: nameOf(letter, letters, props.today) }))
  const chosen = named.find(({ name }) => name === open)
  return (
    <>
      <Group gap={6} role="group" aria-label="文书">
        <Text size="sm" fw={500}>
          文书
        </Text>
        {named.map(({ name }, i) => (
          // Two letters may bear one name: same kind, same day.
          // biome-ignore lint/suspicious/noArrayIndexKey: the letters stand in the order of the stages
          <Button key={i} size="compact-sm" variant="subtle" onClick={() => void onOpen().then(() => setOpen(name))}>
            {name}…
          </Button>
        ))}
      </Group>
      {chosen !== undefined && (
        <OpenDialog
          onClose={() => setOpen(null)}
          title={chosen.name}
          size={960}
          closeButtonProps={{ 'aria-label': '关闭' }}
          // The screen below listens for Escape too, and would see it after the window is gone.
          closeOnEscape={false}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            event.preventDefault()
            setOpen(null)
          }}
        >
          <OpenLetter letter={chosen.letter} {...props} />
        </OpenDialog>
      )}
    </>
  )
}

function OpenLetter({ letter, entry, request, calendar }: Props & { letter: Letter }) {
  const { context, problem } = useLetterContext(entry, request, calendar)
  // Not the dialog's ×, which an Enter in passing would press.
  const loader = <Loader size="sm" tabIndex={-1} data-autofocus aria-label="正在准备文书" />
  if (context === null) return loader
  return (
    <Suspense fallback={loader}>
      <LetterPanel letter={letter} context={context} problem={problem} />
    </Suspense>
  )
}

/** With its day, and whom it asks, where there are several of the kind. */
function nameOf(letter: Letter, all: readonly Letter[], today: string): string {
  const name = letterNames[letter.kind]
  if (all.filter(({ kind }) => kind === letter.kind).length === 1 || !('stage' in letter)) return name
  if (letter.kind === 'delivery') return letter.stage === null ? `${name}（随答复书）` : name
  const whom = letter.kind === 'consultation' ? `，${letter.stage.whom === 'organ' ? '其他机关' : '第三方'}` : ''
  return `${name}（${shortDate(letter.stage.date, today)}${whom}）`
}
