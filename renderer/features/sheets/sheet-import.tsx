import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import { hiddenColumnsRead } from '../../../shared/steps/sheets/columns/open-columns.ts'
import { unreadSheets } from '../../../shared/steps/sheets/columns/propose-plan.ts'
import { OpenDialog } from '../../kit/keys/open-dialog.tsx'
import { useSession } from '../../kit/session/session.ts'
import { useStore } from '../../store/store-context.ts'
import { ColumnsStep } from './columns-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { RegisterStep } from './register-step.tsx'
import type { SheetRequest } from './sheet-request.ts'
import type { SheetStep } from './sheet-state.ts'
import { type SheetImport as Import, toldFor, useSheetImport } from './use-sheet-import.ts'
import { WordsStep } from './words-step.tsx'
import './sheets.css'

const doing = { reading: '正在读表格…', checking: '正在逐行核对…', saving: '正在保存…' } as const

/** An import as one window over the screen: Enter goes on, Esc back. */
export function SheetImport({ request, onEnd }: { request: SheetRequest; onEnd(): void }) {
  const work = useSheetImport(request, onEnd)
  const { registers } = useStore().catalogue
  const { step } = work
  const into = work.register === null ? '导入表格' : `导入到“${knownRegister(registers, work.register).label}”`
  const isSaving = step.step === 'working' && step.what === 'saving'
  const back = step.step === 'preview' || step.step === 'words' ? work.back : work.end
  return (
    <OpenDialog
      onClose={isSaving ? () => {} : back}
      closeOnClickOutside={false}
      withCloseButton={false}
      size="min(1100px, 92vw)"
      title={`${into}：${request.name}`}
    >
      <Body work={work} request={request} />
    </OpenDialog>
  )
}

/** The one step that stores is heard through: what it stores is taken back by undo alone. */
function isPastCancel({ what, done, total }: Extract<SheetStep, { step: 'working' }>): boolean {
  return what === 'saving' && done === total
}

function Body({ work, request }: { work: Import; request: SheetRequest }) {
  const { unit } = useSession()
  const { registers } = useStore().catalogue
  const { step, register } = work
  switch (step.step) {
    case 'working':
      return (
        <Stack>
          <Text size="sm" role="status">
            {doing[step.what]}
            {step.total > 0 && `（${step.done} / ${step.total}行）`}
          </Text>
          <Progress value={step.total === 0 ? 100 : (100 * step.done) / step.total} animated={step.total === 0} />
          <Group justify="flex-end">
            <Button variant="default" disabled={isPastCancel(step)} onClick={work.end} data-autofocus>
              取消
            </Button>
          </Group>
        </Stack>
      )
    case 'failed':
      return (
        <Stack>
          <Text role="alert">{step.message}</Text>
          <Group justify="flex-end">
            <Button autoFocus onClick={work.end}>
              知道了
            </Button>
          </Group>
        </Stack>
      )
    case 'register':
      return <RegisterStep fits={step.fits} onChoose={work.choose} onBack={work.end} />
    case 'columns':
      return register === null ? null : (
        <ColumnsStep
          key={step.proposals.indexOf(step.told.proposal)}
          register={knownRegister(registers, register)}
          proposals={step.proposals}
          told={step.told}
          isPasted={request.source.kind === 'cells'}
          onTell={work.tell}
          onSheet={(proposal) => work.tell(toldFor(unit.code, register, proposal))}
          onNext={work.check}
          onBack={work.end}
        />
      )
    case 'words':
      return register === null ? null : (
        <WordsStep
          register={knownRegister(registers, register)}
          asked={step.asked}
          onAnswer={work.answer}
          onNext={work.checkAnswered}
          onBack={work.back}
        />
      )
    case 'preview':
      return register === null ? null : (
        <PreviewStep
          register={knownRegister(registers, register)}
          sorted={step.sorted}
          unread={unreadSheets(step.told.proposal, step.proposals)}
          hiddenColumns={hiddenColumnsRead(step.told.proposal, step.told.columns)}
          onSave={work.save}
          asked={step.asked}
          onBack={work.back}
          onEnd={work.end}
        />
      )
  }
}
