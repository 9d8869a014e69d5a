import { Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core'
import { IconFiles, IconFolder, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { check } from '../../../shared/steps/check/check.ts'
import { unitLevelNames } from '../../../shared/wording/unit-level.ts'
import { desktop } from '../../kit/session/desktop.ts'
import { askToOpen } from '../../kit/session/open-request.ts'
import { useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { receivedOn } from './received-on.ts'
import { reminderText } from './reminder-text.ts'

const states = { missing: '未报', undecided: '要选用', blank: '有空表', received: '已报' } as const
type StateName = keyof typeof states
const isState = (value: string | null): value is StateName => value !== null && value in states

/** The county's January: who has sent, who is missing, who sent blanks, and what the rules say of each. `addUnits`: the dialog for it. */
export function DeskScreen({ addUnits }: { addUnits(onClose: () => void): ReactNode }) {
  const session = useSession()
  const { desk } = useReportData()
  const [adding, setAdding] = useState(false)
  const [filter, setFilter] = useState<StateName | null>(null)
  const [copied, setCopied] = useState(false)
  const { form } = session
  const rows = useMemo(
    () =>
      (desk?.children ?? []).map((child) => {
        const findings = child.current === null ? [] : check(form, child.current.report, {})
        return {
          ...child,
          errors: findings.filter(({ severity }) => severity === 'error').length,
          warnings: findings.filter(({ severity }) => severity === 'warning').length,
        }
      }),
    [desk, form],
  )
  if (desk === null) return null
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
            打开收到的文件…
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFolder size={16} />}
            onClick={() => askToOpen('folder')}
          >
            打开整个文件夹…
          </Button>
          <Button size="xs" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            添加单位
          </Button>
        </Group>
      </Group>
      <Group gap="md">
        <Text size="sm" role="status" aria-label="报送进度">
          应报 {rows.length} · 已报 {count('received')} · 有空表 {count('blank')}
          {count('undecided') > 0 && ` · 要选用 ${count('undecided')}`} · 未报 {count('missing')}
        </Text>
        <Select
          size="xs"
          w={120}
          aria-label="只看"
          placeholder="全部单位"
          clearable
          data={Object.entries(states).map(([value, label]) => ({ value, label }))}
          value={filter}
          onChange={(value) => setFilter(isState(value) ? value : null)}
        />
        {missing.length > 0 && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              void desktop.copyText(reminderText(session.unit, session.year, missing)).then(() => setCopied(true))
            }}
          >
            {copied ? '已复制，到群里粘贴' : `复制催报（${missing.length} 个单位）`}
          </Button>
        )}
      </Group>
      {rows.length === 0 && (
        <Text size="sm">
          名单还是空的。点“添加单位”，把各乡镇、各部门的名称和代码粘贴进来；代码要和它们自己填的一样，收文件时靠它认人。
        </Text>
      )}
      <div className="desk-list">
        <Table stickyHeader highlightOnHover withTableBorder verticalSpacing={4} aria-label="各单位报送情况">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>单位</Table.Th>
              <Table.Th>级别</Table.Th>
              <Table.Th>状态</Table.Th>
              <Table.Th>第几次</Table.Th>
              <Table.Th>报出日期</Table.Th>
              <Table.Th>检查</Table.Th>
              <Table.Th>电话</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ unit, state, current, waiting, blankTables, sameNumber, errors, warnings }) => (
              <Table.Tr key={unit.code} data-unit={unit.code} data-state={state}>
                <Table.Td>
                  <button
                    type="button"
                    className="link"
                    onClick={() => session.go({ screen: 'child', unit: unit.code })}
                  >
                    {unit.profile.name}
                  </button>
                </Table.Td>
                <Table.Td>{unitLevelNames[unit.profile.level]}</Table.Td>
                <Table.Td className={`state-${state}`}>
                  {states[state]}
                  {blankTables.length > 0 && `：${tableNames(blankTables)}`}
                </Table.Td>
                <Table.Td>
                  {current === null ? '' : `第${current.revision}次`}
                  {current?.basis.filledBy !== undefined && '（代填）'}
                  {waiting.length > 0 && `（另有${waiting.length}份等您决定）`}
                  {waiting.length === 0 && sameNumber > 0 && '（次数相同、内容不同，请核对）'}
                </Table.Td>
                <Table.Td>{current === null ? '' : receivedOn(current.exported)}</Table.Td>
                <Table.Td>
                  {errors > 0 && <span className="count count-bad">{errors} 个错误</span>}{' '}
                  {warnings > 0 && <span className="count">{warnings} 个提醒</span>}
                  {current !== null && errors + warnings === 0 && '没有发现问题'}
                </Table.Td>
                <Table.Td>{current?.basis.people.phone || unit.contact.phone}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {adding && addUnits(() => setAdding(false))}
    </Stack>
  )

  function tableNames(ids: readonly string[]): string {
    return form.tables
      .filter(({ id }) => ids.includes(id))
      .map(({ numeral }) => `表${numeral}`)
      .join('、')
  }
}
