import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { exportFailedText, savedAsMessage, sheetFileNames } from '../../../shared/wording/sheet-words.ts'
import { OpenDialog } from '../../kit/keys/open-dialog.tsx'
import { notice } from '../../kit/session/notice.ts'
import { useSession } from '../../kit/session/session.ts'
import { useStore } from '../../store/store-context.ts'
import { exportFailureText, exportList } from './export-entries.ts'
import { workerSheets } from './worker-sheets.ts'

interface ExportModalProps {
  readonly register: RegisterDefinition
  readonly ids: readonly string[]
  onClose(): void
}

/** What the list shows, as a file: which kind, and whether with names. */
export function ExportModal({ register, ids, onClose }: ExportModalProps) {
  const { unit } = useSession()
  const store = useStore()
  const [kind, setKind] = useState<'xlsx' | 'csv'>('xlsx')
  const [withPersonal, setWithPersonal] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  const personal = register.fields.filter((field) => field.personal === true).map(({ label }) => label)

  const save = async () => {
    setBusy(true)
    const work = workerSheets(store.catalogue.registers)
    const name = sheetFileNames.exported(unit.profile.name, register.label, store.start.today)
    try {
      const saved = await exportList(store, work, { unit: unit.code, register, ids, kind, withPersonal, name })
      if (!saved.ok) setMessage(exportFailureText(saved.problem))
      else if (saved.value !== null) {
        notice.set(savedAsMessage(saved.value.path))
        onClose()
      }
    } catch {
      setMessage(exportFailedText)
    } finally {
      work.end()
      setBusy(false)
    }
  }
  return (
    <OpenDialog onClose={onClose} title={`导出${register.label}${ids.length}${register.unit}`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            导出内容和次序与当前列表一致。改好再导入时，认得出的行逐项核对后更新原来的登记，认不出的作为新登记。
          </Text>
          <Radio.Group label="文件格式" value={kind} onChange={(value) => setKind(value === 'csv' ? 'csv' : 'xlsx')}>
            <Group gap="md" mt={4}>
              <Radio value="xlsx" label="Excel 表格（.xlsx）" data-autofocus />
              <Radio value="csv" label="CSV表格（.csv）" />
            </Group>
          </Radio.Group>
          {personal.length > 0 && (
            <Checkbox
              label="含个人信息"
              description={`${personal.join('、')}`}
              checked={withPersonal}
              onChange={(event) => setWithPersonal(event.currentTarget.checked)}
            />
          )}
          {withPersonal && (
            <Alert color="orange" p="xs">
              导出的文件没有加密，谁拿到都能看到姓名、证件号码、电话和申请内容。只在本单位使用，用完请删除，不要发到群里。
            </Alert>
          )}
          {message !== null && (
            <Alert color="red" role="alert" p="xs">
              {message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={isBusy}>
              保存…
            </Button>
          </Group>
        </Stack>
      </form>
    </OpenDialog>
  )
}
