import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { keysOpened } from '../../store/key-openings.ts'
import { useStore } from '../../store/store-context.ts'

/** Takes a recovery code. */
export function RestoreForm({ onDone }: { onDone(): void }) {
  const { desktop } = useStore()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const restore = async () => {
    const restored = await desktop.restoreKeyring(code)
    if (!restored.ok) return setProblem(keyringProblemMessage(restored.problem))
    keysOpened()
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void restore()
      }}
    >
      <Group align="flex-start" mt={4}>
        <TextInput
          flex={1}
          data-autofocus
          aria-label="恢复码"
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
          value={code}
          error={problem}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit">用恢复码解锁</Button>
      </Group>
    </form>
  )
}
