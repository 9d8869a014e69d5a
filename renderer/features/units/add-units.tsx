import { Alert, Button, Group, Stack, Table, Text, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { unitEdits } from '../../../shared/actions/unit-changes.ts'
import { codesOf } from '../../../shared/model/unit/unit-record.ts'
import { unitLevelNames } from '../../../shared/wording/unit-level.ts'
import { OpenDialog } from '../../kit/keys/open-dialog.tsx'
import { useSession } from '../../kit/session/session.ts'
import { type ListProblem, newUnitBelow, readUnitList } from './read-unit-list.ts'

const problemText: Record<ListProblem['code'], string> = {
  'no-name': '没有找到单位名称',
  sum: '这是合计，不是单位，不添加',
  'bad-code': '代码格式不对，应是6、9或12位数字，或18位统一社会信用代码，请改正或删除',
  'code-taken': '名单中已有这个代码',
  'name-taken': '名单中已有这个名称',
}

/** Adds units below by typing or pasting a list; shows how each line was read before anything is taken. */
export function AddUnits({ onClose }: { onClose(): void }) {
  const session = useSession()
  const [text, setText] = useState('')
  const { units, problems } = useMemo(() => {
    // Every county has its 教育局: a name or code is taken only among these. A unit that this PC keeps already moves under this one.
    const siblings = session.units.filter(({ profile }) => profile.parent === session.unit.code)
    return readUnitList(text, {
      codes: new Set([...siblings, session.unit].flatMap(codesOf)),
      names: new Set(siblings.map(({ profile }) => profile.name)),
    })
  }, [text, session.units, session.unit])
  const add = () => {
    const siblings = session.units.filter(({ profile }) => profile.parent === session.unit.code).length
    void session.act({
      action: 'add-units',
      insist: true,
      edit: async (read) => {
        const below = units.map((one, i) => newUnitBelow(session.unit, one, siblings + i, session.units))
        return (await Promise.all(below.map(async (one) => unitEdits(await read('unit', one.code), one)))).flat()
      },
    })
    onClose()
  }
  return (
    <OpenDialog onClose={onClose} title="添加下级单位" size="lg">
      <Stack gap="sm">
        <Text size="sm">
          每行一个单位，可以从 Excel 或 WPS 直接粘贴：单位名称、代码、级别、电话，次序不限，只有名称是必填的。
        </Text>
        <Textarea
          aria-label="单位名单"
          data-autofocus
          autosize
          minRows={6}
          maxRows={10}
          placeholder={'花园镇\t420921001000\n县教育局\t11420921MB0000001A\t部门\t0712-4771234'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {problems.length > 0 && (
          <Alert color="orange" title={`${problems.length}行不会添加`}>
            {problems.slice(0, 5).map(({ line, text: row, code }) => (
              <Text size="sm" key={line}>
                第{line}行“{row.slice(0, 40)}”：{problemText[code]}
              </Text>
            ))}
          </Alert>
        )}
        {units.length > 0 && (
          <Table.ScrollContainer minWidth={400} mah={200}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>单位名称</Table.Th>
                  <Table.Th>级别</Table.Th>
                  <Table.Th>代码</Table.Th>
                  <Table.Th>电话</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {units.slice(0, 50).map((unit) => (
                  <Table.Tr key={unit.name}>
                    <Table.Td>{unit.name}</Table.Td>
                    <Table.Td>{unitLevelNames[unit.level]}</Table.Td>
                    <Table.Td>{unit.code === '' ? '—' : unit.code}</Table.Td>
                    <Table.Td>{unit.phone}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button disabled={units.length === 0} onClick={add}>
            添加{units.length}个单位
          </Button>
        </Group>
      </Stack>
    </OpenDialog>
  )
}
