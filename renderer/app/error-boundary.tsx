import { Alert, Button, Stack, Text } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { notDrawnWords } from '../../shared/wording/page-gone.ts'
import { desktop } from '../kit/session/desktop.ts'
import { logError } from './log-error.ts'

/** In place of what fails to draw, a read of the store that fails included: words, and the way to open it again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    logError(error, componentStack ?? undefined)
  }

  override render(): ReactNode {
    return this.state.failed ? <NotDrawn /> : this.props.children
  }
}

function NotDrawn() {
  return (
    <Alert color="red" title={notDrawnWords.title} m="xl" maw={560}>
      <Stack gap="xs" align="flex-start">
        <Text>{notDrawnWords.text}</Text>
        <Button onClick={() => void desktop.reopen()}>{notDrawnWords.again}</Button>
      </Stack>
    </Alert>
  )
}
