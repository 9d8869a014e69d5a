import { Alert, Button, Group, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { KeyringProblem } from '../../../shared/desktop.ts'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { notice } from '../../kit/session/notice.ts'
import { keysOpened } from '../../store/key-openings.ts'
import { useStore } from '../../store/store-context.ts'
import { GiveUpModal } from './give-up-modal.tsx'
import { RestoreForm } from './restore-form.tsx'

/** Asked at the latest after this time, in milliseconds, also where the window always has something to do. */
const SOON = 2000

/**
 * Says from the start on that personal data does not open, and what can be done; it stays until it does. Asked once the
 * window has nothing else to do. Stands once in the window's frame.
 */
export function KeyringNotice() {
  const { desktop } = useStore()
  const [problem, setProblem] = useState<KeyringProblem | null>(null)
  const [isGivingUp, setGivingUp] = useState(false)
  const read = useCallback(() => desktop.privacy().then((state) => setProblem(state.problem)), [desktop])
  useEffect(() => {
    const asked = requestIdleCallback(() => void read(), { timeout: SOON })
    return () => cancelIdleCallback(asked)
  }, [read])
  if (problem === null) return null
  const isLost = problem.code === 'locked' || problem.code === 'keyring-lost'
  const done = (text: string) => () => {
    setGivingUp(false)
    notice.set(text)
    void read()
  }
  return (
    <Alert color="orange" role="alert" aria-label="申请人信息打不开" mb="xs">
      <Text size="sm">{keyringProblemMessage(problem)}</Text>
      {isLost && problem.canRestore && <RestoreForm onDone={done('申请人信息可以查看了。')} />}
      <Group mt="xs" gap="xs">
        <Button size="xs" variant="default" onClick={() => void read().then(keysOpened)}>
          再试一次
        </Button>
        {isLost && (
          <Button size="xs" variant="subtle" color="red" onClick={() => setGivingUp(true)}>
            放弃旧的解锁文件…
          </Button>
        )}
      </Group>
      {isGivingUp && (
        <GiveUpModal
          onDone={done('旧的解锁文件已放弃。登记了申请人以后，请重新打印恢复码。')}
          onClose={() => setGivingUp(false)}
        />
      )}
    </Alert>
  )
}
