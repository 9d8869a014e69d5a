import { Select } from '@mantine/core'
import { filledByEdit } from '../../../shared/actions/unit-changes.ts'
import { unitsAbove } from '../../../shared/model/unit/unit-record.ts'
import { useSession } from '../../kit/session/session.ts'

const ITSELF = 'itself'

/** Who enters for this unit: itself, or an office that this PC works for (代填). */
export function FilledBySelect() {
  const session = useSession()
  const { unit, units } = session
  const others = units.filter(
    (one) =>
      one.code !== unit.code &&
      (one.code === unit.filledBy || (one.kept && one.profile.sample === unit.profile.sample)) &&
      !unitsAbove(one.code, units).has(unit.code),
  )
  if (others.length === 0) return null
  return (
    <Select
      maw={420}
      label="填报方式"
      description="代填的，登记和报送文件都注明代填单位。"
      allowDeselect={false}
      data={[
        { value: ITSELF, label: '本单位自行填报' },
        ...others.map(({ code, profile }) => ({ value: code, label: `由${profile.name}代填` })),
      ]}
      value={unit.filledBy ?? ITSELF}
      onChange={(value) =>
        void session.act({
          action: 'edit-unit',
          insist: true,
          edit: async (read) =>
            filledByEdit(unit.code, await read('unit', unit.code), value === null || value === ITSELF ? null : value),
        })
      }
    />
  )
}
