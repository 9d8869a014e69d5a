import { Button, Group, List, Modal, Progress, ScrollArea, Stack, Text, ThemeIcon } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHistory, IconHourglass } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import type { OpenedFile } from '../../shared/desktop.ts'
import { isOwnClockInDoubt } from '../../shared/model/package/clock-ahead.ts'
import type { UnitName } from '../../shared/model/report/report.ts'
import { clockAheadMessage, ownClockText } from '../../shared/wording/clock-ahead.ts'
import { importProblemMessage } from '../../shared/wording/import-problem.ts'
import { oneSheetMessage } from '../../shared/wording/sheet-words.ts'
import { verdictKind, verdictMessage } from '../../shared/wording/verdict.ts'
import { isSheetName, sheetRequest } from '../features/sheets/sheet-request.ts'
import { adoptUnits, belowOnly } from '../features/units/adopt-units.ts'
import { desktop } from '../kit/session/desktop.ts'
import { notice } from '../kit/session/notice.ts'
import { addOpenedFiles, openedFiles } from '../kit/session/open-request.ts'
import { useSession } from '../kit/session/session.ts'
import { type ImportLine, type ImportProgress, importFiles } from '../store/packages/import-packages.ts'
import { useStore } from '../store/store-context.ts'

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly progress: ImportProgress; readonly stop: AbortController }
  | { readonly state: 'done'; readonly lines: readonly ImportLine[] }
  | { readonly state: 'failed'; readonly message: string }

const marks = {
  taken: (
    <ThemeIcon size="sm" color="teal" variant="light" aria-label="已接收">
      <IconCheck size={14} />
    </ThemeIcon>
  ),
  waiting: (
    <ThemeIcon size="sm" color="yellow" variant="light" aria-label="待您决定">
      <IconHourglass size={14} />
    </ThemeIcon>
  ),
  history: (
    <ThemeIcon size="sm" color="gray" variant="light" aria-label="已被代替">
      <IconHistory size={14} />
    </ThemeIcon>
  ),
  refused: (
    <ThemeIcon size="sm" color="orange" variant="light" aria-label="未接收">
      <IconAlertTriangle size={14} />
    </ThemeIcon>
  ),
}

/** Takes in files from wherever they come: the menu, a double click, a button. One plain line a file. */
export function Incoming({ children }: { children: ReactNode }) {
  const store = useStore()
  const session = useSession()
  const waiting = useSyncExternalStore(openedFiles.subscribe, openedFiles.get)
  const importing = useSyncExternalStore(sheetRequest.subscribe, sheetRequest.get)
  const [state, setState] = useState<State>({ state: 'idle' })

  useEffect(() => desktop.onOpenFiles(addOpenedFiles), [])
  useEffect(() => {
    // Files that come while others are read wait for their turn, and their lines join those that are still shown.
    if (waiting === null || state.state === 'reading' || importing !== null) return
    // A list is imported, one at a time: the clerk says into which register.
    const [sheet, ...others] = waiting.filter(({ name }) => isSheetName(name))
    if (sheet !== undefined) {
      const rest = waiting.filter(({ name }) => !isSheetName(name))
      openedFiles.set(rest.length > 0 ? rest : null)
      if (others.length > 0) notice.set(oneSheetMessage(sheet.name))
      sheetRequest.set({ source: { kind: 'file', token: sheet.token }, name: sheet.name, register: null })
      return
    }
    const shown = state.state === 'done' ? state.lines.filter(({ file }) => !waiting.includes(file)) : []
    openedFiles.set(null)
    const stop = new AbortController()
    setState({ state: 'reading', progress: { phase: 'reading', done: 0, total: waiting.length }, stop })
    takeIn(waiting, stop).catch((error: unknown) =>
      setState({ state: 'failed', message: importProblemMessage({ code: 'io', detail: String(error) }) }),
    )

    async function takeIn(files: readonly OpenedFile[], { signal }: AbortController) {
      const result = await importFiles(
        store,
        { unit: session.unit.code, year: session.year, files },
        { signal, onProgress: (progress) => setState({ state: 'reading', progress, stop }) },
      )
      if (result.ok) setState({ state: 'done', lines: [...shown, ...result.value] })
      else if (result.problem.code === 'cancelled') setState({ state: 'idle' })
      else setState({ state: 'failed', message: importProblemMessage(result.problem) })
    }
  }, [waiting, importing, state, store, session.unit.code, session.year])

  const close = () => setState({ state: 'idle' })
  const strangers = state.state === 'done' ? belowOnly(session.unit, session.units, unlisted(state.lines)) : []
  const adopt = async (lines: readonly ImportLine[]) => {
    const added = await session.act({
      action: 'adopt-units',
      edit: (read) => adoptUnits(session.unit, session.units, strangers, read),
    })
    const again = lines.filter(({ submission }) =>
      strangers.some(({ code }) => code === submission?.manifest.unit.code),
    )
    if (added) addOpenedFiles(again.map(({ file }) => file))
  }
  return (
    <>
      {children}
      <Modal
        opened={state.state !== 'idle'}
        onClose={state.state === 'reading' ? () => {} : close}
        withCloseButton={state.state !== 'reading'}
        title={state.state === 'done' ? summary(state.lines) : '打开文件'}
        size="xl"
      >
        {state.state === 'reading' && (
          <Stack>
            <Text size="sm">
              正在核对第{Math.min(state.progress.done + 1, state.progress.total)}份，共{state.progress.total}份…
            </Text>
            <Progress value={(100 * state.progress.done) / Math.max(1, state.progress.total)} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => state.stop.abort()}>
                取消
              </Button>
            </Group>
          </Stack>
        )}
        {state.state === 'failed' && <Text role="alert">{state.message}</Text>}
        {state.state === 'done' && (
          <Stack>
            {isOwnClockInDoubt(aheadOf(state.lines)) && (
              <Text size="sm" role="alert">
                {ownClockText}
              </Text>
            )}
            <ScrollArea.Autosize mah={360}>
              <List spacing={6} size="sm" center aria-label="打开的结果">
                {refusedFirst(state.lines).map((line, i) => (
                  // Lines are made once and never reordered.
                  // biome-ignore lint/suspicious/noArrayIndexKey: two files may carry one name
                  <List.Item key={i} icon={marks[verdictKind(line.verdict)]}>
                    <Text size="xs" c="dimmed">
                      {line.file.name}
                    </Text>
                    <Text size="sm">{verdictMessage(line.verdict, line.submission)}</Text>
                    {line.ahead && line.submission !== null && (
                      <Text size="sm" c="orange.9">
                        {clockAheadMessage(line.submission.manifest.exported)}
                      </Text>
                    )}
                  </List.Item>
                ))}
              </List>
            </ScrollArea.Autosize>
            <Group justify="flex-end">
              {strangers.length > 0 && (
                <Button variant="default" onClick={() => void adopt(state.lines)}>
                  确认是下级单位并接收（{strangers.length}个单位）
                </Button>
              )}
              <Button data-autofocus onClick={close}>
                知道了
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  )
}

/** Who sent the files that no unit of the list could be found for, each once. */
function unlisted(lines: readonly ImportLine[]): readonly UnitName[] {
  const senders = lines.flatMap(({ verdict, submission }) =>
    verdict.code === 'unit-not-in-tree' && submission !== null ? [submission.manifest.unit] : [],
  )
  return [...new Map(senders.map((sender) => [sender.code, sender])).values()]
}

function aheadOf(lines: readonly ImportLine[]) {
  return lines.flatMap(({ ahead, submission }) => (ahead && submission !== null ? [submission.manifest] : []))
}

function refusedFirst(lines: readonly ImportLine[]): readonly ImportLine[] {
  const rank = { refused: 0, waiting: 1, history: 2, taken: 3 }
  return [...lines].sort((a, b) => rank[verdictKind(a.verdict)] - rank[verdictKind(b.verdict)])
}

function summary(lines: readonly ImportLine[]): string {
  const count = (kind: ReturnType<typeof verdictKind>) =>
    lines.filter(({ verdict }) => verdictKind(verdict) === kind).length
  const parts = [`已接收${count('taken')}份`]
  if (count('waiting') > 0) parts.push(`待您决定${count('waiting')}份`)
  if (count('history') > 0) parts.push(`已被代替${count('history')}份`)
  if (count('refused') > 0) parts.push(`未接收${count('refused')}份`)
  return parts.join('，')
}
