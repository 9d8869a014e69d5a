import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { MadeCode } from '../../../shared/desktop.ts'
import { recoverySheetHtml } from '../../../shared/steps/documents/recovery-sheet.ts'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'
import { OpenDialog } from '../../kit/keys/open-dialog.tsx'
import { useSession } from '../../kit/session/session.ts'
import { stageBytes } from '../../store/stage-bytes.ts'
import { useStore } from '../../store/store-context.ts'
import './recovery-code.css'

/** Makes a recovery code, shows it this once and prints it. Closing it before it was made changes nothing. */
export function RecoveryModal({ replaces, onClose }: { replaces: boolean; onClose(): void }) {
  const store = useStore()
  const { unit } = useSession()
  const [code, setCode] = useState<MadeCode | null>(null)
  const [isKept, setKept] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(null)

  const make = async () => {
    setBusy(true)
    const made = await store.desktop.makeRecoveryCode()
    setBusy(false)
    setMessage(made.ok ? null : keyringProblemMessage(made.problem))
    if (made.ok) setCode(made.value)
  }
  const print = async () => {
    if (code === null) return
    const html = recoverySheetHtml({ unit: unit.profile.name, ...code, made: store.start.today })
    const page = await stageBytes(store, '恢复码.html', new TextEncoder().encode(html))
    const printed = page.ok ? await store.desktop.printPaper(page.value) : page
    if (!printed.ok) setMessage(storageProblemMessage(printed.problem))
    else setMessage(printed.value ? null : '没有打印。请再点“打印…”，或者抄写上面的恢复码。')
  }
  return (
    <OpenDialog
      // Once it is on screen it is never shown again: not to be lost by a key pressed in passing.
      onClose={code === null || isKept ? onClose : () => {}}
      withCloseButton={code === null || isKept}
      title="申请人信息恢复码"
      size="lg"
    >
      <Stack>
        {code === null ? (
          <>
            <Text size="sm">
              申请人信息和“申请内容”在本机加密保存。重装系统或更换登录账户后，须凭恢复码打开，请现在打印，锁进保险柜或带锁的抽屉。恢复码只显示这一次。
            </Text>
            {replaces && <Text size="sm">生成新的恢复码后，以前的打印件作废。</Text>}
          </>
        ) : (
          <>
            <Text className="recovery-code" aria-label="恢复码">
              {code.code}
            </Text>
            <Text size="sm">解锁文件编号：{code.keyring}。抄写的请一并抄写编号，以后凭编号识别。</Text>
            <Text size="sm">
              不含数字0、1和字母O、I。打印件请锁好，不要拍照，不要与这台电脑放在一起；关闭后不再显示。请打印或抄好后勾选，再点“完成”。
            </Text>
            <Checkbox
              label="已打印或抄写"
              checked={isKept}
              onChange={(event) => setKept(event.currentTarget.checked)}
            />
          </>
        )}
        {message !== null && (
          <Alert color="red" role="alert">
            {message}
          </Alert>
        )}
        <Group justify="flex-end">
          {code === null ? (
            <>
              <Button variant="default" onClick={onClose}>
                以后再说
              </Button>
              <Button data-autofocus loading={isBusy} onClick={() => void make()}>
                生成恢复码
              </Button>
            </>
          ) : (
            <>
              <Button data-autofocus onClick={() => void print()}>
                打印…
              </Button>
              <Button variant="default" disabled={!isKept} onClick={onClose}>
                完成
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </OpenDialog>
  )
}
