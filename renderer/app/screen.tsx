import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { assertNever } from '../../shared/values/result.ts'
import { ChartsScreen } from '../features/charts/charts-screen.tsx'
import { ChildScreen } from '../features/desk/child-screen.tsx'
import { DeskScreen } from '../features/desk/desk-screen.tsx'
import { FinaliseScreen } from '../features/desk/finalise-screen.tsx'
import { FindingsScreen } from '../features/findings/findings-screen.tsx'
import { HolidaysScreen } from '../features/holidays/holidays-screen.tsx'
import { HomeScreen } from '../features/home/home-screen.tsx'
import { PrivacySettings } from '../features/privacy/privacy-settings.tsx'
import { MoreRegisters } from '../features/register-list/more-registers.tsx'
import { OpeningScreen } from '../features/section/opening-screen.tsx'
import { SectionScreen } from '../features/section/section-screen.tsx'
import { SubmitScreen } from '../features/submit/submit-screen.tsx'
import { SupplementScreen } from '../features/supplement/supplement-screen.tsx'
import { AddUnits } from '../features/units/add-units.tsx'
import { UnitScreen } from '../features/units/unit-screen.tsx'
import { useMainReport } from '../kit/session/report-data.tsx'
import { useSession } from '../kit/session/session.ts'
import { RegisterScreen } from './register-screen.tsx'

// Laying out pages brings a large library, which the other screens start without.
const PrintScreen = lazy(async () => ({ default: (await import('../features/print/print-screen.tsx')).PrintScreen }))

/** One screen for each view. */
export function Screen() {
  const { view } = useSession()
  const main = useMainReport()
  switch (view.screen) {
    case 'today':
      return <HomeScreen />
    case 'register':
      return <RegisterScreen key={view.register} view={view} />
    case 'registers':
      return <MoreRegisters />
    case 'charts':
      return <ChartsScreen />
    case 'holidays':
      return <HolidaysScreen key={view.year} view={view} />
    case 'section':
      return <SectionScreen key={`${view.section}|${view.layer}`} view={view} />
    case 'supplement':
      return <SupplementScreen first={view.figure ?? null} />
    case 'opening':
      return <OpeningScreen working={main.working} />
    case 'findings':
      return <FindingsScreen />
    case 'submit':
      return <SubmitScreen />
    case 'print':
      return (
        <Suspense fallback={<Loader role="status" aria-label="正在打开" />}>
          <PrintScreen />
        </Suspense>
      )
    case 'desk':
      return <DeskScreen addUnits={(onClose) => <AddUnits onClose={onClose} />} />
    case 'child':
      return <ChildScreen code={view.unit} />
    case 'finalise':
      return <FinaliseScreen />
    case 'unit':
      return <UnitScreen privacy={<PrivacySettings />} />
    default:
      return assertNever(view)
  }
}
