import { Button, Group, Modal, Radio, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { unitEdits } from '../../../shared/actions/unit-changes.ts'
import { rowName, tableNameOf } from '../../../shared/catalogue/forms/cell-name.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import {
  codeOf,
  codesOf,
  isLocalCode,
  type RuleRow,
  ruleRowOf,
  type Unit,
} from '../../../shared/model/unit/unit-record.ts'
import { useSession } from '../../kit/session/session.ts'
import { useStore } from '../../store/store-context.ts'
import { AddUnits } from './add-units.tsx'
import { FilledBySelect } from './filled-by-select.tsx'
import { unitsFromEdit } from './new-unit.ts'
import { ReportDays } from './report-days.tsx'
import { SignOffName } from './sign-off-name.tsx'
import { codeText } from './unit-code.ts'
import { UnitForm } from './unit-form.tsx'

const ruleRows: { value: RuleRow; label: string }[] = [
  { value: 'zero', label: '填0（本单位不制定规章，2021年起多这样填）' },
  { value: 'not-applicable', label: '填 --（不适用）' },
  { value: 'figures', label: '填数字（省、设区的市政府）' },
]
const isRuleRow = (value: string): value is RuleRow => ruleRows.some((row) => row.value === value)

/** The unit's own data and settings, and where everything lies. `privacy`: how personal data is kept. */
export function UnitScreen({ privacy }: { privacy: ReactNode }) {
  const session = useSession()
  const { start } = useStore()
  const [leaving, setLeaving] = useState(false)
  const [adding, setAdding] = useState(false)
  const { unit } = session
  const parent = session.units.find(({ code }) => code === unit.profile.parent)
  const change = (...next: readonly Unit[]) =>
    void session.act({
      action: 'edit-unit',
      insist: true,
      edit: async (read) =>
        (await Promise.all(next.map(async (one) => unitEdits(await read('unit', one.code), one)))).flat(),
    })
  const remove = () => {
    setLeaving(false)
    const gone = unit.profile.sample ? session.units.filter(({ profile }) => profile.sample) : [unit]
    void session.act({
      action: 'stop-keeping',
      undoable: false,
      edit: async (read) =>
        (
          await Promise.all(gone.map(async (one) => unitEdits(await read('unit', one.code), { ...one, kept: false })))
        ).flat(),
    })
  }
  return (
    <Stack gap="md" maw={720}>
      <Title order={2} size="h4">
        单位资料和设置
      </Title>
      <UnitForm
        key={unit.code}
        initial={{
          name: unit.profile.name,
          level: unit.profile.level,
          code: isLocalCode(unit.code) ? (unit.adoptedCode ?? '') : unit.code,
          parentName: parent?.profile.name ?? '',
          contact: unit.contact,
        }}
        codeIsFixed={!isLocalCode(unit.code)}
        takenCodes={session.units.filter(({ code }) => code !== unit.code).flatMap(codesOf)}
        save="保存"
        onSave={async (fields) => {
          change(...unitsFromEdit(unit, fields, session.units))
          return false
        }}
      />
      <SignOffName key={unit.signOff ?? ''} />
      <ReportDays />
      <FilledBySelect />
      <Radio.Group
        label={`${rowsThatMayNotApply(session.form)}一行`}
        value={ruleRowOf(unit.profile)}
        onChange={(value) => isRuleRow(value) && change({ ...unit, profile: { ...unit.profile, ruleRow: value } })}
      >
        <Stack gap={4} mt={4}>
          {ruleRows.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {privacy}
      <div>
        <Text size="sm" fw={500}>
          关于本程序
        </Text>
        <Text size="sm" c="dimmed">
          版本：{start.appVersion}。数据保存在：{start.dataFolder}
        </Text>
      </div>
      <Group>
        {!session.isDesk && (
          <Button variant="default" onClick={() => setAdding(true)}>
            添加下级单位，接收下级报送…
          </Button>
        )}
        <Button variant="default" onClick={() => setLeaving(true)}>
          {unit.profile.sample ? '退出示例' : '从本机移除这个单位…'}
        </Button>
      </Group>
      <Modal
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={unit.profile.sample ? '退出示例？' : `从本机移除“${unit.profile.name}”？`}
      >
        <Stack>
          <Text size="sm">
            {unit.profile.sample
              ? '示例县和示例镇将从本机移除，您自己的数据不受影响。本机没有其他单位时，才能再次打开示例。'
              : `移除后不再出现在左上角的单位列表里，已填内容仍保存在本机。以后继续填报，请点“添加本机填报单位”，填写同样的名称${isLocalCode(codeOf(unit)) ? '' : `和代码${codeText(codeOf(unit))}`}。`}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLeaving(false)}>
              取消
            </Button>
            <Button onClick={remove}>{unit.profile.sample ? '退出示例' : '移除'}</Button>
          </Group>
        </Stack>
      </Modal>
      {adding && <AddUnits onClose={() => setAdding(false)} />}
    </Stack>
  )
}

/** 表二“规章”: rows that units of some levels have nothing to do with, as the form calls them. */
function rowsThatMayNotApply(form: Form): string {
  const rows = [...form.cells.values()].filter(({ mayNotApply }) => mayNotApply)
  return [...new Set(rows.map((cell) => `${tableNameOf(form, cell)}“${rowName(form, cell)}”`))].join('、')
}
