import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconFiles, IconFolder, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { readReportDay } from '../../../shared/model/unit/report-days.ts'
import { desktop } from '../../kit/session/desktop.ts'
import { askToOpen } from '../../kit/session/open-request.ts'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useGroups } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'
import { DeskDoubts } from './desk-doubts.tsx'
import { DeskList } from './desk-list.tsx'
import { stateNames } from './desk-row.tsx'
import { reminderText } from './reminder-text.ts'

type StateName = keyof typeof stateNames
const isState = (value: string | null): value is StateName => value !== null && value in stateNames

/** The county's January: who has sent, who is missing, who sent blanks, and what the rules say of each. `addUnits`: the dialog for it. */
export function DeskScreen({ addUnits }: { addUnits(onClose: () => void): ReactNode }) {
  const session = useSession()
  const { desk } = useReportData()
  const [adding, setAdding] = useState(false)
  const [filter, setFilter] = useState<StateName | null>(null)
  const [copied, setCopied] = useState(false)
  const { today } = useStore().start
  const groups = useGroups('unit', session.unit.code)
  if (desk === null) return null
  const unitsDay = groups === undefined ? null : readReportDay(groups, 'unitsDay', session.year)
  const reminder = { to: session.unit, year: session.year, unitsDay, today }
  const rows = desk.children
  const count = (state: StateName) => rows.filter((row) => row.state === state).length
  const missing = rows.filter(({ state }) => state === 'missing').map(({ unit }) => unit)
  const shown = filter === null ? rows : rows.filter(({ state }) => state === filter)
  return (
    <Stack gap="sm" h="100%">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h4">
          各单位报送
        </Title>
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" leftSection={<IconFiles size={16} />} onClick={() => askToOpen('files')}>
            打开文件…
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFolder size={16} />}
            onClick={() => askToOpen('folder')}
          >
            打开文件夹…
          </Button>
          <Button size="xs" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            添加下级单位…
          </Button>
        </Group>
      </Group>
      <Group gap="md">
        <Text size="sm" role="status" aria-label="报送进度">
          应报{rows.length} · 已报{count('received') + count('blank')}
          {count('blank') > 0 && `（其中${count('blank')}个有空表）`}
          {count('undecided') > 0 && ` · 要选用${count('undecided')}`} · 未报{count('missing')}
        </Text>
        <Select
          size="xs"
          w={120}
          aria-label="只看"
          placeholder="全部单位"
          clearable
          data={Object.entries(stateNames).map(([value, label]) => ({ value, label }))}
          value={filter}
          onChange={(value) => setFilter(isState(value) ? value : null)}
        />
        {missing.length > 0 && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              void desktop.copyText(reminderText(reminder, missing)).then(() => setCopied(true))
            }}
          >
            {copied ? '已复制，可粘贴到工作群' : `复制催报（${missing.length}个单位）`}
          </Button>
        )}
      </Group>
      {rows.length === 0 && (
        <Text size="sm">
          名单是空的。点“添加下级单位”，把各乡镇、各部门的名称和代码粘贴进来；代码须与各单位填写的一致，接收文件时据此识别单位。
        </Text>
      )}
      <DeskDoubts />
      <DeskList>{shown}</DeskList>
      {adding && addUnits(() => setAdding(false))}
    </Stack>
  )
}
