import { ActionIcon, Button, Group, Menu, Modal, Select, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown, IconFolderOpen, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { emptyFields, type UnitFields } from '../features/units/new-unit.ts'
import { UnitForm } from '../features/units/unit-form.tsx'
import { useKeys } from '../kit/keys/use-keys.ts'
import { askToOpen } from '../kit/session/open-request.ts'
import { useSession } from '../kit/session/session.ts'
import { reportYears } from '../kit/session/year.ts'
import { useStore } from '../store/store-context.ts'
import { useUndoState } from '../store/write/use-save-state.ts'
import { SaveStateLabel } from './save-state-label.tsx'
import { useUndo } from './use-undo.ts'

/** Who, which year, whether it is saved; undo and open are one click away everywhere. */
export function Header({ onCreate }: { onCreate(fields: UnitFields): Promise<boolean> }) {
  const session = useSession()
  const store = useStore()
  const undoState = useUndoState()
  const steps = useUndo()
  const [adding, setAdding] = useState(false)
  const [choosing, setChoosing] = useState(false)
  useKeys({ 'Ctrl+U': () => setChoosing(true) })
  const filler = session.units.find(({ code }) => code === session.unit.filledBy) ?? null
  const kept = session.units.filter((unit) => unit.kept)
  return (
    <header className="header">
      <VisuallyHidden component="h1">
        {session.unit.profile.name}，{session.year}年度
      </VisuallyHidden>
      <Group gap="xs" wrap="nowrap">
        <Menu
          withinPortal={false}
          position="bottom-start"
          opened={choosing}
          onChange={setChoosing}
          withInitialFocusPlaceholder={false}
        >
          <Menu.Target>
            <Button
              variant="subtle"
              color="dark"
              size="sm"
              aria-label={`切换单位：${session.unit.profile.name}`}
              title="切换单位（Ctrl+U）"
              className="unit-switch"
              rightSection={<IconChevronDown size={14} />}
            >
              {session.unit.profile.name}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>本机填报的单位</Menu.Label>
            {kept.map((unit) => (
              <Menu.Item
                key={unit.code}
                data-autofocus={unit.code === session.unit.code ? true : undefined}
                onClick={() => session.setUnit(unit.code)}
                fw={unit.code === session.unit.code ? 600 : 400}
              >
                {unit.profile.name}
                {unit.profile.sample ? '（示例）' : ''}
                {unit.filledBy === undefined ? '' : '（代填）'}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
              添加本机填报单位…
            </Menu.Item>
            <Menu.Item onClick={() => session.go({ screen: 'unit' })}>单位资料和设置</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Select
          aria-label="报告年度"
          size="xs"
          w={104}
          allowDeselect={false}
          data={reportYears(store.start.today).map((year) => ({ value: String(year), label: `${year}年度` }))}
          value={String(session.year)}
          onChange={(value) => value !== null && session.setYear(Number(value))}
        />
        {filler !== null && (
          <button
            type="button"
            className="sample-mark"
            title={`由${filler.profile.name}代填，点击可以修改`}
            onClick={() => session.go({ screen: 'unit' })}
          >
            代填
          </button>
        )}
        {session.unit.profile.sample && (
          <button
            type="button"
            className="sample-mark"
            title="示例数据，点击可以退出示例"
            onClick={() => session.go({ screen: 'unit' })}
          >
            示例数据
          </button>
        )}
      </Group>
      <Group gap={6} wrap="nowrap">
        <SaveStateLabel />
        <Tooltip withinPortal={false} label="撤销（Ctrl+Z）">
          <ActionIcon
            variant="subtle"
            color="dark"
            aria-label="撤销"
            disabled={undoState.undo === null}
            onClick={() => void steps.undo()}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip withinPortal={false} label="恢复（Ctrl+Y）">
          <ActionIcon
            variant="subtle"
            color="dark"
            aria-label="恢复"
            disabled={undoState.redo === null}
            onClick={() => void steps.redo()}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFolderOpen size={16} />}
          onClick={() => askToOpen('files')}
        >
          打开文件
        </Button>
      </Group>
      <Modal opened={adding} onClose={() => setAdding(false)} title="添加一个在本机填报的单位" size="lg">
        <UnitForm
          initial={{ ...emptyFields, contact: session.unit.contact }}
          codeIsFixed={false}
          takenCodes={kept.map(({ code }) => code)}
          save="添加"
          onCancel={() => setAdding(false)}
          onSave={onCreate}
        />
      </Modal>
    </header>
  )
}
