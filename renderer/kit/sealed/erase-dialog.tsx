import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ErasedKeys } from '../../../shared/desktop.ts'
import type { Result } from '../../../shared/values/result.ts'
import { type EraseProblem, eraseProblemMessage } from '../../../shared/wording/erasure.ts'
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
  /** What was erased may be gone from the screen by now, and this dialog with it. */
  onDone(erased: ErasedKeys): void
  onClose(): void
}) {
  const { typed } = props
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  const isReady = typed === null || text.trim() === typed
  const erase = async () => {
    if (!isReady || isBusy) return
    setBusy(true)
    const erased = await props.onErase()
    setBusy(false)
    if (erased.ok) props.onDone(erased.value)
    else setMessage(eraseProblemMessage(erased.problem))
  }
  const close = () => !isBusy && props.onClose()
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
            label={`请输入“${typed}”确认删除`}
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
            取消
          </Button>
          <Button color="red" disabled={!isReady} loading={isBusy} onClick={() => void erase()}>
            {props.action}
          </Button>
        </Group>
      </Stack>
    </OpenDialog>
  )
}
