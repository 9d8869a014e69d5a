import { Alert, Button, Group, List, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { giveUpLines, keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { OpenDialog } from '../../kit/keys/open-dialog.tsx'
import { useStore } from '../../store/store-context.ts'

/** What has to be typed, so that no key pressed in passing gives anything up. */
const TYPED = '放弃'

/** Gives up keys that nothing here opens, once a person has said so. */
export function GiveUpModal({ onDone, onClose }: { onDone(): void; onClose(): void }) {
  const { desktop } = useStore()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const isReady = text.trim() === TYPED
  const giveUp = async () => {
    if (!isReady) return
    const given = await desktop.giveUpKeys()
    if (given.ok) onDone()
    else setProblem(keyringProblemMessage(given.problem))
  }
  return (
    <OpenDialog title="放弃旧的解锁文件" size="lg" onClose={onClose} closeButtonProps={{ 'aria-label': '关闭' }}>
      <Stack gap="sm">
        <List size="sm" spacing={6}>
          {giveUpLines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <TextInput
          data-autofocus
          label={`请输入“${TYPED}”确认放弃`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            void giveUp()
          }}
        />
        {problem !== null && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button color="red" disabled={!isReady} onClick={() => void giveUp()}>
            放弃旧的解锁文件
          </Button>
        </Group>
      </Stack>
    </OpenDialog>
  )
}
