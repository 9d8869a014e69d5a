import { Button, Group, Popover, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react'
import { writeProblemMessage } from '../../shared/wording/write-problem.ts'
import { useSaveState } from '../store/use-save-state.ts'

/** 已保存 is shown only once the action is on disk. A refusal stays on screen, with what to do. */
export function SaveStateLabel() {
  const save = useSaveState()
  if (save.state === 'failed') {
    return (
      <Popover defaultOpened width={340} withArrow>
        <Popover.Target>
          <Button size="compact-sm" color="red" leftSection={<IconAlertTriangle size={14} />}>
            没有保存
          </Button>
        </Popover.Target>
        <Popover.Dropdown role="alert">
          <Text size="sm">{writeProblemMessage(save.problem)}</Text>
        </Popover.Dropdown>
      </Popover>
    )
  }
  return (
    <Group gap={4} wrap="nowrap" role="status" aria-label="保存状态" data-save-state={save.state}>
      {save.state === 'saved' ? <IconCheck size={14} /> : <IconLoader2 size={14} />}
      <Text size="xs" c="dimmed">
        {save.state === 'saved' ? '已保存' : '正在保存'}
      </Text>
    </Group>
  )
}
