import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useIsWorthPicture } from '../../store/derived/use-year-tallies.ts'
import { useSession } from '../session/session.ts'

/** The quiet way to the charts; not there before there is something to draw. */
export function ChartsLink() {
  const session = useSession()
  if (!useIsWorthPicture(session.unit.code)) return null
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconChartBar size={14} />}
        onClick={() => session.go({ screen: 'charts' })}
      >
        查看图表
      </Button>
    </div>
  )
}
