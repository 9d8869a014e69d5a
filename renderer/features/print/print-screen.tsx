import { Alert, Button, Group, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconFileTypePdf, IconPrinter, IconTable } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { chineseDate } from '../../../shared/calendar/chinese-date.ts'
import type { SavedFile, SaveSuggestion, StorageProblem } from '../../../shared/desktop.ts'
import { reportToJson } from '../../../shared/model/report/report-json.ts'
import { codeOf } from '../../../shared/model/unit/unit-record.ts'
import { reportTitle } from '../../../shared/steps/documents/report-document.ts'
import { reportCsv } from '../../../shared/steps/documents/to-csv.ts'
import { fileName } from '../../../shared/values/file-name.ts'
import type { Result } from '../../../shared/values/result.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'
import { PdfPages } from '../../kit/print/pdf-pages.tsx'
import { type PrintedReport, printReport, stagePage } from '../../kit/print/printed-report.ts'
import { useMainReport } from '../../kit/session/report-data.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useFinal } from '../../store/reports/use-records.ts'
import { saveBytes } from '../../store/stage-bytes.ts'
import { useStore } from '../../store/store-context.ts'

const widths = { fit: 640, large: 900 }

/** The finished report page by page, as it will be on paper; saved, printed, exported from here. */
export function PrintScreen() {
  const session = useSession()
  const store = useStore()
  const main = useMainReport()
  const { form, unit, year } = session
  const final = useFinal(unit.code, year)
  const shown = final?.report ?? main.working.report
  // What leaves this PC names the unit by the code that others know.
  const code = codeOf(unit)
  const report = useMemo(() => ({ ...shown, unit: { ...shown.unit, code } }), [shown, code])
  const title = reportTitle(form, report)
  const [printed, setPrinted] = useState<PrintedReport | null>(null)
  const [message, setMessage] = useState<{ bad: boolean; text: string } | null>(null)
  const [zoom, setZoom] = useState<keyof typeof widths>('fit')

  useEffect(() => {
    if (final === undefined) return
    let gone = false
    void printReport(store, form, report).then((result) => {
      if (gone) return
      if (result.ok) setPrinted(result.value)
      else setMessage({ bad: true, text: storageProblemMessage(result.problem) })
    })
    return () => {
      gone = true
    }
  }, [store, form, report, final])

  const say = (result: Result<SavedFile | null, StorageProblem>) => {
    if (!result.ok) setMessage({ bad: true, text: storageProblemMessage(result.problem) })
    else if (result.value !== null) setMessage({ bad: false, text: `已保存到：${result.value.path}` })
  }
  const save = async (kind: SaveSuggestion['kind'], bytes: Uint8Array) => {
    const name = fileName(title, kind)
    say(await saveBytes(store, { name, kind }, bytes))
  }
  const savePdf = async () => {
    if (printed === null) return
    say(await store.desktop.saveFile(printed.token, { name: fileName(title, 'pdf'), kind: 'pdf' }))
  }
  const paper = async () => {
    const page = await stagePage(store, form, report)
    const result = page.ok ? await store.desktop.printPaper(page.value) : page
    if (!result.ok) setMessage({ bad: true, text: storageProblemMessage(result.problem) })
  }
  const text = (content: string) => new TextEncoder().encode(content)
  return (
    <Stack gap="xs" h="100%">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            打印预览
          </Title>
          <Text size="xs" c="dimmed">
            {final
              ? `第${final.revision}次定稿，${chineseDate(final.at)}`
              : session.isDesk
                ? '未定稿，按现在的数字排版'
                : '按现在的数字排版'}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label="预览大小"
            data={[
              { value: 'fit', label: '适中' },
              { value: 'large', label: '放大' },
            ]}
            value={zoom}
            onChange={(value) => setZoom(value === 'large' ? 'large' : 'fit')}
          />
          <Button size="xs" leftSection={<IconPrinter size={16} />} onClick={() => void paper()}>
            打印…
          </Button>
          <Button
            size="xs"
            leftSection={<IconFileTypePdf size={16} />}
            disabled={printed === null}
            onClick={() => void savePdf()}
          >
            另存为 PDF…
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTable size={16} />}
            onClick={() =>
              // The workbook writer is large and seldom used.
              void import('../../../shared/steps/documents/to-xlsx.ts').then(({ reportXlsx }) =>
                save('xlsx', reportXlsx(form, report)),
              )
            }
          >
            导出 Excel…
          </Button>
          <Button size="xs" variant="default" onClick={() => void save('csv', text(reportCsv(form, report)))}>
            导出 CSV…
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => void save('json', text(`${JSON.stringify(reportToJson(form, report), null, 2)}\n`))}
          >
            导出数据文件…
          </Button>
        </Group>
      </Group>
      {message !== null && (
        <Alert
          color={message.bad ? 'red' : 'teal'}
          role={message.bad ? 'alert' : 'status'}
          withCloseButton
          closeButtonLabel="知道了"
          onClose={() => setMessage(null)}
        >
          {message.text}
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls the pages from here */}
      <section className="paper-desk" aria-label="预览" tabIndex={0}>
        {printed === null ? (
          <Loader role="status" aria-label="正在排版" />
        ) : (
          <PdfPages bytes={printed.bytes} width={widths[zoom]} />
        )}
      </section>
    </Stack>
  )
}
