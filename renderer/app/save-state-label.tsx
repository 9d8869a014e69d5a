import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react'
import { useEffect } from 'react'
import { waitingMessage, writeProblemMessage } from '../../shared/wording/write-problem.ts'
import type { WriteProblem } from '../store/store.ts'
import { useStore } from '../store/store-context.ts'
import { useSaveState } from '../store/write/use-save-state.ts'

/** What the disk refused is tried again after this time, in milliseconds. */
const RETRY_AFTER = 5000

/** 已保存 is shown only once the action is on disk. A refusal stays on screen, with what to do. */
export function SaveStateLabel() {
  const save = useSaveState()
  if (save.state === 'failed') return <NotSaved {...save} />
  return (
    <Group gap={4} wrap="nowrap" role="status" aria-label="保存状态" data-save-state={save.state}>
      {save.state === 'saved' ? <IconCheck size={14} /> : <IconLoader2 size={14} />}
      <Text size="xs" c="dimmed">
        {save.state === 'saved' ? '已保存' : '正在保存'}
      </Text>
    </Group>
  )
}

/** Says what to do, and tries again by itself until the disk has taken it. */
function NotSaved({ problem, waiting }: { problem: WriteProblem; waiting: number }) {
  const { writer } = useStore()
  useEffect(() => {
    const timer = window.setInterval(() => void writer.retry(), RETRY_AFTER)
    return () => window.clearInterval(timer)
  }, [writer])
  return (
    <Popover defaultOpened closeOnClickOutside={false} width={340} withArrow>
      <Popover.Target>
        <Button size="compact-sm" color="red" leftSection={<IconAlertTriangle size={14} />} data-save-state="failed">
          {problem.code === 'store-behind' && waiting === 0 ? '显示未更新' : '未保存'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="alert">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{waiting > 0 ? waitingMessage(problem, waiting) : writeProblemMessage(problem)}</Text>
          {waiting > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => void writer.retry()}>
              立即重新保存
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
