import { Alert, Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { unitEdits } from '../../../shared/actions/unit-changes.ts'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import { finalWorkingReport } from '../../../shared/model/desk/final-record.ts'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import { readUnit } from '../../../shared/model/unit/unit-record.ts'
import { checkDesk } from '../../../shared/steps/check/check-desk.ts'
import { checkWhole } from '../../../shared/steps/check/check-whole.ts'
import { unexplainedErrors } from '../../../shared/steps/check/unexplained-errors.ts'
import { exportProblemMessage } from '../../../shared/wording/export-problem.ts'
import { limited } from '../../kit/fields/limited.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'
import { finalFindings } from '../../kit/findings/final-findings.ts'
import { Incomplete } from '../../kit/findings/incomplete.tsx'
import { UncountedEntries } from '../../kit/findings/uncounted-entries.tsx'
import { desktop } from '../../kit/session/desktop.ts'
import { useMainReport, useReportData } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { type ExportOutcome, exportSubmission } from '../../store/packages/export-submission.ts'
import { useExports, useFinal } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'

type State =
  | { readonly state: 'ready' | 'working' }
  | { readonly state: 'done'; readonly outcome: ExportOutcome }
  | { readonly state: 'failed'; readonly message: string }

/** 报送: what is left to settle, who stands for it, then one file. */
export function SubmitScreen() {
  const session = useSession()
  const store = useStore()
  const main = useMainReport()
  const { lastYear, desk } = useReportData()
  const { unit, year, layer, form } = session
  const { forms } = store.catalogue
  const exports = useExports(unit.code, year, layer) ?? []
  const [state, setState] = useState<State>({ state: 'ready' })
  const final = useFinal(unit.code, year)
  const notFinal = session.isDesk && final === null
  // A desk's final report goes out as it was frozen, not as the sum stands now; it was explained before it was frozen.
  const frozen = session.isDesk ? (final ?? null) : null
  const findings = useMemo(
    () =>
      frozen === null
        ? main.findings
        : [
            ...checkWhole(form, frozen.report, { forms, lastYear: lastYear?.report, layer: 'total' }),
            ...(desk === null ? [] : [...finalFindings(form, frozen, desk), ...checkDesk(form, desk.children)]),
          ],
    [forms, form, frozen, lastYear, desk, main.findings],
  )
  const blocking = frozen === null ? unexplainedErrors(form, findings, main.working.reasons) : []
  const working = frozen === null ? main.working : finalWorkingReport(form, frozen, main.working.reasons)
  const submit = async () => {
    setState({ state: 'working' })
    const result = await exportSubmission(store, { unit: unit.code, year, layer }, findings)
    if (!result.ok) setState({ state: 'failed', message: exportProblemMessage(result.problem) })
    else setState(result.value === null ? { state: 'ready' } : { state: 'done', outcome: result.value })
  }
  const latest = exports[0]
  const filler = session.units.find(({ code }) => code === unit.filledBy) ?? null
  return (
    <Stack gap="md" maw={760}>
      <Title order={2} size="h4">
        报送
      </Title>
      {blocking.length > 0 && (
        <Alert color="red" title={`还有${blocking.length}个错误要先改，或者写明原因`}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">数字属实的，在“检查”中写明原因，原因随报送文件报给上级。</Text>
            <Button size="xs" color="red" onClick={() => session.go({ screen: 'findings' })}>
              去检查
            </Button>
          </Group>
        </Alert>
      )}
      {notFinal && (
        <Alert color="orange" title="先定稿，再报送">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">报送的是最近一次定稿的汇总报告。定稿后又有改动的，请再次定稿后报送。</Text>
            <Button size="xs" variant="default" onClick={() => session.go({ screen: 'finalise' })}>
              去定稿
            </Button>
          </Group>
        </Alert>
      )}
      <Incomplete working={working} findings={findings} />
      {session.layer === 'own' && <UncountedEntries />}
      <People />
      {filler !== null && (
        <Text size="sm">
          由{filler.profile.name}代填（{filler.contact.author || '未填姓名'}
          ），报送文件里会写明。需要修改的，请到“单位资料和设置”。
        </Text>
      )}
      <Group>
        <Button
          leftSection={<IconDeviceFloppy size={18} />}
          disabled={blocking.length > 0 || notFinal}
          loading={state.state === 'working'}
          onClick={() => void submit()}
        >
          生成报送文件…
        </Button>
        <Text size="sm" c="dimmed">
          保存到U盘或电脑上，再发给上级；写完后程序会读回核对。
        </Text>
      </Group>
      {state.state === 'failed' && (
        <Alert color="red" title="没有生成报送文件" role="alert">
          {state.message}
        </Alert>
      )}
      {state.state === 'done' && (
        <Alert color="teal" title="报送文件已生成，读回核对无误" role="status">
          <Stack gap={6}>
            <Text size="sm">
              第{state.outcome.exported.revision}次报送已保存到：{state.outcome.saved.path}
              。存在U盘上的，请先弹出U盘再拔下。
            </Text>
            <Group>
              {/* The result stands below what a small screen shows. */}
              <Button
                size="xs"
                variant="default"
                autoFocus
                onClick={() => void desktop.showInFolder(state.outcome.saved.path)}
              >
                打开所在的文件夹
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      {latest !== undefined && (
        <div>
          <Text size="sm" fw={500}>
            已生成{exports.length}次报送文件。上级是否收到，请电话确认。
          </Text>
          {exports.map((file) => (
            <Text size="sm" c="dimmed" key={file.id}>
              第{file.revision}次 · {chineseDate(file.at)} · {file.fileName}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  )
}

/** 填报人, 审核人 and phone go with the file. */
function People() {
  const { unit } = useSession()
  return (
    <SimpleGrid cols={3} spacing="sm">
      <Person key={`author|${unit.code}`} field="author" label="填报人" />
      <Person key={`reviewer|${unit.code}`} field="reviewer" label="审核人" />
      <Person key={`phone|${unit.code}`} field="phone" label="电话" />
    </SimpleGrid>
  )
}

function Person({ field, label }: { field: 'author' | 'reviewer' | 'phone'; label: string }) {
  const session = useSession()
  const { unit } = session
  const draft = useDraft(
    unit.contact[field],
    (text) =>
      void session.act({
        action: 'edit-unit',
        insist: true,
        edit: async (read) => {
          const groups = await read('unit', unit.code)
          const now = readUnit(unit.code, groups)
          return now === null ? [] : unitEdits(groups, { ...now, contact: { ...now.contact, [field]: text } })
        },
      }),
  )
  return (
    <TextInput
      label={label}
      {...limited(draft.text, textLimits.person)}
      value={draft.text}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.flush}
    />
  )
}
