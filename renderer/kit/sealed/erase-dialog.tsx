import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ErasedKeys } from '../../../shared/desktop.ts'
import type { Result } from '../../../shared/values/result.ts'
import { type EraseProblem, eraseProblemMessage, unreachedText } from '../../../shared/wording/erasure.ts'
import { OpenDialog } from '../keys/open-dialog.tsx'

/** Asks once more before something is erased for good, says what stays, and does it. */
export function EraseDialog(props: {
  title: string
  /** What it means, sentence by sentence. */
  lines: readonly string[]
  /** What the clerk has to type first, so that no key pressed in passing erases a person; null: a button is enough. */
  typed: string | null
  /** What the button says. */
  action: string
  onErase(): Promise<Result<ErasedKeys, EraseProblem>>
  onDone(): void
  onClose(): void
}) {
  const { typed } = props
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  /** Files in which something of it may be left; null: not erased yet. */
  const [unreached, setUnreached] = useState<readonly string[] | null>(null)
  const isReady = typed === null || text.trim() === typed
  const erase = async () => {
    if (!isReady || isBusy) return
    setBusy(true)
    const erased = await props.onErase()
    setBusy(false)
    if (!erased.ok) setMessage(eraseProblemMessage(erased.problem))
    else if (erased.value.unreached.length > 0) setUnreached(erased.value.unreached)
    else props.onDone()
  }
  const close = () => !isBusy && (unreached === null ? props.onClose() : props.onDone())
  if (unreached !== null) {
    return (
      <OpenDialog title={props.title} size="lg" onClose={close} closeButtonProps={{ 'aria-label': '关闭' }}>
        <Stack gap="sm">
          <Alert color="orange" role="alert">
            {unreachedText}
          </Alert>
          <List size="sm">
            {unreached.map((file) => (
              <List.Item key={file}>{file}</List.Item>
            ))}
          </List>
          <Group justify="flex-end">
            <Button data-autofocus onClick={close}>
              知道了
            </Button>
          </Group>
        </Stack>
      </OpenDialog>
    )
  }
  return (
    <OpenDialog title={props.title} size="lg" onClose={close} closeButtonProps={{ 'aria-label': '关闭' }}>
      <Stack gap="sm">
        <List size="sm" spacing={6}>
          {props.lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        {typed !== null && (
          <TextInput
            data-autofocus
            label={`要删除，请输入：${typed}`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              void erase()
            }}
          />
        )}
        {message !== null && (
          <Alert color="red" role="alert">
            {message}
          </Alert>
        )}
        <Group justify="flex-end">
          {isBusy && <Text size="sm">正在删除，请不要关掉本程序…</Text>}
          <Button
            variant="default"
            disabled={isBusy}
            onClick={close}
            {...(typed === null ? { 'data-autofocus': true } : {})}
          >
            不删
          </Button>
          <Button color="red" disabled={!isReady} loading={isBusy} onClick={() => void erase()}>
            {props.action}
          </Button>
        </Group>
      </Stack>
    </OpenDialog>
  )
}
