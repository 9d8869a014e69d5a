import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { HolidayCalendar } from '../../../../shared/calendar/holiday-year.ts'
import type { Entry } from '../../../../shared/model/entry/entry-record.ts'
import type { Request } from '../../../../shared/model/entry/request.ts'
import type { Letter } from '../../../../shared/steps/letters/letter.ts'
import { letterNames } from '../../../../shared/wording/letter-words.ts'
import { OpenDialog } from '../../../kit/keys/open-dialog.tsx'
import { useLetterContext } from './use-letter-context.ts'

// The pages bring a large library, as in the print preview.
const LetterPanel = lazy(() => import('./letter-panel.tsx').then((module) => ({ default: module.LetterPanel })))

interface Props {
  readonly letter: Letter
  readonly entry: Entry
  readonly request: Request
  readonly calendar: HolidayCalendar
}

/** One letter of a request, to be completed, printed and saved. Keep `letter` the same object while it is open. */
export function LetterDialog({ onClose, ...props }: Props & { onClose(): void }) {
  return (
    <OpenDialog
      onClose={onClose}
      title={letterNames[props.letter.kind]}
      size={960}
      closeButtonProps={{ 'aria-label': '关闭' }}
      // The screen below listens for Escape too, and would see it after the window is gone.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <OpenLetter {...props} />
    </OpenDialog>
  )
}

function OpenLetter({ letter, entry, request, calendar }: Props) {
  const { context, problem } = useLetterContext(entry, request, calendar)
  // Not the dialog's ×, which an Enter in passing would press.
  const loader = <Loader role="status" size="sm" tabIndex={-1} data-autofocus aria-label="正在准备文书" />
  if (context === null) return loader
  return (
    <Suspense fallback={loader}>
      <LetterPanel letter={letter} context={context} problem={problem} />
    </Suspense>
  )
}
