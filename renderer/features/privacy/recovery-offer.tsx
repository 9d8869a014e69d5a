import { Alert, Button, Group, Text } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import { recoveryOffer } from '../../kit/sealed/recovery-prompt.ts'
import { RecoveryModal } from './recovery-modal.tsx'

/** Offers the recovery code beside the work: who is typing goes on typing. Stands once in the window's frame. */
export function RecoveryOffer() {
  const isOffered = useSyncExternalStore(recoveryOffer.subscribe, recoveryOffer.get)
  const [isMaking, setMaking] = useState(false)
  if (!isOffered) return null
  const close = () => {
    setMaking(false)
    recoveryOffer.set(false)
  }
  if (isMaking) return <RecoveryModal replaces={false} onClose={close} />
  return (
    <Alert color="blue" role="status" p="xs" mb="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          申请人信息已加密保存。请打印恢复码并妥善保管：重装系统或更换登录账户后，须凭恢复码打开申请人信息。
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" onClick={() => setMaking(true)}>
            生成恢复码…
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            以后再说
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}
