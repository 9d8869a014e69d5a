import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { PrivacyState } from '../../../shared/desktop.ts'
import { keyringProblemMessage, protectionMessage } from '../../../shared/wording/privacy.ts'
import { useStore } from '../../store/store-context.ts'
import { RecoveryModal } from './recovery-modal.tsx'

/** How personal data is kept on this PC, a new recovery code, and what a printed one opens. */
export function PrivacySettings() {
  const { desktop } = useStore()
  const [state, setState] = useState<PrivacyState | null>(null)
  const [isMaking, setMaking] = useState(false)
  const [isRestoring, setRestoring] = useState(false)

  const read = useCallback(() => void desktop.privacy().then(setState), [desktop])
  useEffect(read, [read])
  if (state === null) return null
  const { protection, recovery, problem } = state
  const canMake = problem === null || problem.code === 'keyring-damaged'
  const close = () => {
    setMaking(false)
    read()
  }
  return (
    <section aria-label="申请人信息的保管">
      <Text size="sm" fw={500}>
        申请人信息的保管
      </Text>
      {problem === null ? (
        <Text size="sm" c={protection === 'system' ? 'dimmed' : undefined}>
          {protectionMessage(protection)}
        </Text>
      ) : (
        <Alert color="orange" role="alert" my={4}>
          {keyringProblemMessage(problem)}
        </Alert>
      )}
      {canMake && (
        <Group mt={4}>
          <Text size="sm" c="dimmed">
            {recovery === 'made' ? '恢复码：已经生成，请确认纸还在。' : '恢复码：还没有生成。'}
          </Text>
          <Button size="xs" variant="default" onClick={() => setMaking(true)}>
            {recovery === 'made' ? '重新生成恢复码…' : '生成恢复码…'}
          </Button>
        </Group>
      )}
      {problem?.code === 'locked' && !isRestoring && (
        <Button size="xs" mt={4} onClick={() => setRestoring(true)}>
          输入恢复码…
        </Button>
      )}
      {isRestoring && (
        <RestoreForm
          onDone={() => {
            setRestoring(false)
            read()
          }}
        />
      )}
      {isMaking && <RecoveryModal replaces={recovery === 'made'} onClose={close} />}
    </section>
  )
}

function RestoreForm({ onDone }: { onDone(): void }) {
  const { desktop } = useStore()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const restore = async () => {
    const restored = await desktop.restoreKeyring(code)
    if (restored.ok) onDone()
    else setProblem(keyringProblemMessage(restored.problem))
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
        <Button type="submit">打开</Button>
      </Group>
    </form>
  )
}
