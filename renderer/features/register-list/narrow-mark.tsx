import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ListNarrow } from '../../kit/session/view.ts'

/** Says that a list shows only what a figure led to, and shows all again. */
export function NarrowMark({ narrow, onAll }: { narrow: ListNarrow; onAll(): void }) {
  return (
    <Button size="xs" variant="light" rightSection={<IconX size={14} />} title="显示全部" onClick={onAll}>
      只看：{narrow.label}
    </Button>
  )
}
