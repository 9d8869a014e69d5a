import { Button, Group, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { PrivacyState } from '../../../shared/desktop.ts'
import { olderKeysText, protectionMessage } from '../../../shared/wording/privacy.ts'
import { useStore } from '../../store/store-context.ts'
import { RecoveryModal } from './recovery-modal.tsx'
import { RestoreForm } from './restore-form.tsx'

/** How personal data is kept on this PC, a new recovery code, and what a printed one opens. */
export function PrivacySettings() {
  const { desktop } = useStore()
  const [state, setState] = useState<PrivacyState | null>(null)
  const [isMaking, setMaking] = useState(false)

  const read = useCallback(() => void desktop.privacy().then(setState), [desktop])
  useEffect(read, [read])
  if (state === null) return null
  const { protection, recovery, keyring, hasOlder, problem } = state
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
        <>
          <Text size="sm" c={protection === 'system' ? 'dimmed' : undefined}>
            {protectionMessage(protection)}
          </Text>
          <Group mt={4}>
            <Text size="sm" c="dimmed">
              {recovery === 'made'
                ? `恢复码：已生成，请确认解锁文件编号${keyring}的打印件仍在。`
                : '恢复码：未生成，请生成并打印。'}
            </Text>
            <Button size="xs" variant="default" onClick={() => setMaking(true)}>
              {recovery === 'made' ? '重新生成恢复码…' : '生成恢复码…'}
            </Button>
          </Group>
          {hasOlder && (
            <>
              <Text size="sm" mt={4}>
                {olderKeysText}
              </Text>
              <RestoreForm onDone={read} />
            </>
          )}
        </>
      ) : (
        <Text size="sm">申请人信息打不开，请按上面的提示处理。</Text>
      )}
      {isMaking && <RecoveryModal replaces={recovery === 'made'} onClose={close} />}
    </section>
  )
}
