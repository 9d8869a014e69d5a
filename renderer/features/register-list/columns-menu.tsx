import { Button, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { isChosen, type ListView } from './list-view.ts'
import { columnsOf } from './shown-columns.ts'

/** Which columns stand in the list. */
export function ColumnsMenu(props: {
  register: RegisterDefinition
  view: ListView
  onChange(columns: ListView['columns']): void
}) {
  const { register, view } = props
  return (
    <Menu closeOnItemClick={false} position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={14} />}>
          选择显示列
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columnsOf(register).map((column) => {
          const { key, label, place } = column
          return (
            <Menu.CheckboxItem
              key={key}
              checked={isChosen(view, column)}
              onChange={(isShown) => props.onChange({ ...view.columns, [key]: isShown })}
            >
              {label}
              {place === 'clear' ? '（打开“显示申请人”时）' : place === 'flawed' ? '（有未填全的时）' : ''}
            </Menu.CheckboxItem>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
