import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import { MOST_IN_UNIT_NAME, type UnitLevel, unitLevels } from '../../../shared/model/unit/unit-record.ts'
import { unitLevelNames } from '../../../shared/wording/unit-level.ts'
import { limited } from '../../kit/fields/limited.ts'
import { leaveByEnter } from './leave-by-enter.ts'
import type { UnitFields } from './new-unit.ts'
import { codeText, isOfficialCode, plainCode } from './unit-code.ts'

const levels = unitLevels.map((value) => ({ value, label: unitLevelNames[value] }))
function codeProblemOf(code: string, taken: readonly string[]): string | null {
  if (!isOfficialCode(code)) return '代码应是6、9或12位数字，或18位统一社会信用代码；不清楚可以留空。'
  return taken.includes(code) ? '这个代码已经有单位在用，请核对；不清楚可以留空。' : null
}

const isLevel = (text: string | null): text is UnitLevel => unitLevels.some((level) => level === text)

/** Who the unit is and whom to phone. Enter saves. A unit that exists keeps its code: its reports hang on it. */
export function UnitForm(props: {
  initial: UnitFields
  codeIsFixed: boolean
  save: string
  /** The clerk starts in the name; a dialog sees to that itself. */
  startsHere?: boolean
  takenCodes: readonly string[]
  /** True: it is saved, and this form goes by itself. Until then it stays, so that what is typed next can't meet another unit. */
  onSave(fields: UnitFields): Promise<boolean>
  onCancel?(): void
}) {
  const [fields, setFields] = useState(props.initial)
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const set = (part: Partial<UnitFields>) => setFields({ ...fields, ...part })
  const setContact = (part: Partial<UnitFields['contact']>) => set({ contact: { ...fields.contact, ...part } })
  const nameProblem = fields.name.trim() === '' ? '请填写单位名称，它会印在报告的标题里。' : null
  const code = plainCode(fields.code)
  const codeProblem = props.codeIsFixed || code === '' ? null : codeProblemOf(code, props.takenCodes)
  const submit = async () => {
    setTried(true)
    if (saving || nameProblem !== null || codeProblem !== null) return
    setSaving(true)
    const goes = await props.onSave({ ...fields, code })
    if (!goes) setSaving(false)
  }
  return (
    <form
      onKeyDown={leaveByEnter}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="单位名称"
          placeholder="例如：花园镇人民政府"
          withAsterisk
          data-autofocus
          autoFocus={props.startsHere === true}
          {...limited(fields.name, MOST_IN_UNIT_NAME)}
          value={fields.name}
          {...(tried && nameProblem !== null ? { error: nameProblem } : {})}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <SimpleGrid cols={2} spacing="sm">
          <Select
            label="级别"
            data={levels}
            allowDeselect={false}
            value={fields.level}
            onChange={(value) => isLevel(value) && set({ level: value })}
          />
          <TextInput
            label="上级单位（可不填）"
            placeholder="例如：孝昌县人民政府"
            {...limited(fields.parentName, MOST_IN_UNIT_NAME)}
            value={fields.parentName}
            onChange={(event) => set({ parentName: event.currentTarget.value })}
          />
        </SimpleGrid>
        <TextInput
          label="单位代码（可不填）"
          description={
            props.codeIsFixed
              ? '上级按代码识别本单位的报送文件。代码保存后不能修改。'
              : '行政区划代码或统一社会信用代码，上级据此识别报送文件。不清楚的先留空，向上级问清后再填；保存后不能修改。'
          }
          value={props.codeIsFixed ? codeText(fields.code) : fields.code}
          disabled={props.codeIsFixed}
          error={tried || isOfficialCode(code) ? codeProblem : null}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
        <SimpleGrid cols={3} spacing="sm">
          <TextInput
            label="填报人"
            {...limited(fields.contact.author, textLimits.person)}
            value={fields.contact.author}
            onChange={(event) => setContact({ author: event.currentTarget.value })}
          />
          <TextInput
            label="电话"
            {...limited(fields.contact.phone, textLimits.person)}
            value={fields.contact.phone}
            onChange={(event) => setContact({ phone: event.currentTarget.value })}
          />
          <TextInput
            label="审核人"
            {...limited(fields.contact.reviewer, textLimits.person)}
            value={fields.contact.reviewer}
            onChange={(event) => setContact({ reviewer: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          本程序不得录入涉密内容。
        </Text>
        <Group justify="flex-end">
          {props.onCancel && (
            <Button variant="default" onClick={props.onCancel}>
              取消
            </Button>
          )}
          <Button type="submit" loading={saving}>
            {props.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
