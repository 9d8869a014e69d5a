import { Center, Loader, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { desktop } from '../kit/session/desktop.ts'
import { keepOpenUntilSaved } from '../store/open/keep-open-until-saved.ts'
import { type OpenProblem, type OpenProgress, openStore, windowParts } from '../store/open/open-store.ts'
import type { Store } from '../store/store.ts'
import { StoreContext } from '../store/store-context.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { OpenFailed } from './open-failed.tsx'
import { startNotices } from './start-notices.tsx'
import { Workspace } from './workspace.tsx'

type Opening =
  | { readonly state: 'opening'; readonly progress: OpenProgress | null }
  | { readonly state: 'open'; readonly store: Store }
  | { readonly state: 'failed'; readonly problem: OpenProblem }

/** Opens the store, heals it from the journal where it must, then shows the workspace. */
export function App() {
  const [opening, setOpening] = useState<Opening>({ state: 'opening', progress: null })
  useEffect(() => {
    void openStore(windowParts(desktop), (progress) => setOpening({ state: 'opening', progress })).then((result) => {
      if (result.ok) startNotices.set(result.value.start.notices)
      setOpening(result.ok ? { state: 'open', store: result.value } : { state: 'failed', problem: result.problem })
    })
  }, [])
  const writer = opening.state === 'open' ? opening.store.writer : null
  useEffect(() => (writer === null ? undefined : keepOpenUntilSaved(writer)), [writer])
  if (opening.state === 'failed') return <OpenFailed problem={opening.problem} />
  if (opening.state === 'opening') return <Splash progress={opening.progress} />
  return (
    <StoreContext value={opening.store}>
      <ErrorBoundary>
        <Workspace />
      </ErrorBoundary>
    </StoreContext>
  )
}

function Splash({ progress }: { progress: OpenProgress | null }) {
  return (
    <Center h="100vh">
      <Stack align="center" gap="sm" role="status">
        <Loader />
        <Text c="dimmed">{progress === null ? '正在打开…' : '正在从保存的记录恢复数据…'}</Text>
        {progress !== null && <Progress w={240} value={(100 * progress.done) / Math.max(1, progress.total)} />}
      </Stack>
    </Center>
  )
}
