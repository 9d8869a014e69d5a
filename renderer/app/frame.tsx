import { Box } from '@mantine/core'
import { ConflictNotice } from '../features/conflicts/conflict-notice.tsx'
import { ReceivedNotice } from '../features/desk/received-notice.tsx'
import { CalendarProvider } from '../features/holidays/calendar-provider.tsx'
import { KeyringNotice } from '../features/privacy/keyring-notice.tsx'
import { RecoveryOffer } from '../features/privacy/recovery-offer.tsx'
import { SheetImportHost } from '../features/sheets/sheet-import-host.tsx'
import { SubmittedBar } from '../features/submitted/submitted-bar.tsx'
import type { UnitFields } from '../features/units/new-unit.ts'
import { ReportData } from '../kit/session/report-data.tsx'
import { useSession } from '../kit/session/session.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Header } from './header.tsx'
import { Incoming } from './incoming.tsx'
import { LeaveOnEscape } from './leave-on-escape.tsx'
import { LeftOutForms } from './left-out-forms.tsx'
import { Navigation } from './navigation.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { Screen } from './screen.tsx'
import { StartNotices } from './start-notices.tsx'
import { useShortcuts } from './use-shortcuts.ts'

/** The window's frame: who and when above, where to go on the left, the screen itself. */
export function Frame({ onCreate }: { onCreate(fields: UnitFields): Promise<boolean> }) {
  const { view } = useSession()
  useShortcuts()
  return (
    <Incoming>
      <CalendarProvider>
        <ReportData>
          <div className="frame">
            <LeaveOnEscape />
            <Header onCreate={onCreate} />
            <Navigation />
            <Box component="main" className="screen">
              <StartNotices />
              <LeftOutForms />
              <KeyringNotice />
              <ConflictNotice />
              <ReceivedNotice />
              <NoticeBar />
              <RecoveryOffer />
              <SubmittedBar />
              <ErrorBoundary key={JSON.stringify(view)}>
                <Screen />
              </ErrorBoundary>
            </Box>
            <SheetImportHost />
          </div>
        </ReportData>
      </CalendarProvider>
    </Incoming>
  )
}
