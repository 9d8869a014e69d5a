import { Button, Text } from '@mantine/core'
import { filledByEdit, unitEdits } from '../../../shared/actions/unit-changes.ts'
import type { Unit } from '../../../shared/model/unit/unit-record.ts'
import { useSession } from '../../kit/session/session.ts'

/** 代填: this PC keeps the books of a unit below, in the name of the desk; or goes to them where it does already. */
export function FillInFor({ unit }: { unit: Unit }) {
  const session = useSession()
  const desk = session.unit
  const open = () => session.setUnit(unit.code)
  const begin = () =>
    void session
      .act({
        action: 'fill-in-for',
        edit: async (read) => {
          const groups = await read('unit', unit.code)
          return [...unitEdits(groups, { ...unit, kept: true }), ...filledByEdit(unit.code, groups, desk.code)]
        },
      })
      .then((isDone) => isDone && open())
  if (unit.kept) {
    return (
      <Button size="xs" variant="default" onClick={open}>
        到这个单位的台账和年报
      </Button>
    )
  }
  return (
    <>
      <Text size="sm">
        没有条件自行填报的单位，可以由{desk.profile.name}
        代填：在本机登记台账、填写年报，生成的报送文件里会注明代填，再用“打开文件”接收。
      </Text>
      <div>
        <Button size="xs" variant="default" onClick={begin}>
          代填
        </Button>
      </div>
    </>
  )
}
