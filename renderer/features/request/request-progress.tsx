import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Entry, entryRecordId, type StoredStage } from '../../../shared/model/entry/entry-record.ts'
import type { RequestStage } from '../../../shared/model/entry/request.ts'
import { requestOf } from '../../../shared/model/entry/request-of.ts'
import {
  type StageDefinition,
  type StageValues,
  stageValues,
  startStage,
} from '../../../shared/model/entry/stage-values.ts'
import { statutoryClock } from '../../../shared/steps/clock/statutory-clock.ts'
import type { Letter } from '../../../shared/steps/letters/letter.ts'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { useStageDrafts } from '../../kit/entry/stage-drafts.ts'
import { nextRequestStep } from '../../kit/keys/next-request-step.ts'
import { useSession } from '../../kit/session/session.ts'
import { useCalendar } from '../../kit/session/use-calendar.ts'
import { addStage, editStage, removeStage } from '../../store/entries/entry-actions.ts'
import { newId } from '../../store/new-id.ts'
import { useRegister, useStore } from '../../store/store-context.ts'
import { ClockLine } from './clock-line.tsx'
import { type ChosenLetter, chosenLetter, LetterButtons } from './letters/letter-buttons.tsx'
import { LetterDialog } from './letters/letter-dialog.tsx'
import { StageForm } from './stage-form.tsx'
import { openAnswer } from './stage-line.ts'
import { Timeline } from './timeline.tsx'

/** The stage that is typed now. */
interface OpenStage {
  readonly definition: StageDefinition
  /** Null: a new one. */
  readonly stored: StoredStage | null
  /** What was half typed before the clerk left; null: nothing. */
  readonly resumed: StageValues | null
}

interface Props {
  readonly entry: Entry
  /** Set: what is done next comes under the keyboard as soon as it stands there. */
  readonly goesOn: RefObject<boolean>
  /** Records what is still being typed in the fields above. */
  save(): Promise<boolean>
}

/** The clock of a request, what happened so far, its letters, and 登记办理环节 */
export function RequestProgress({ entry, goesOn, save }: Props) {
  const session = useSession()
  const store = useStore()
  const register = useRegister('requests')
  const calendar = useCalendar()
  const drafts = useStageDrafts()
  const [stage, setStage] = useState<OpenStage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { today } = store.start
  const definitionOf = useCallback((kind: string) => register.stages?.find((one) => one.kind === kind), [register])
  const { id } = entry
  const record = entryRecordId(id)
  const [chosen, setChosen] = useState<ChosenLetter | null>(null)
  const letter = useMemo(() => (chosen === null ? null : chosenLetter(entry, chosen)), [entry, chosen])
  const root = useRef<HTMLDivElement>(null)
  /** The stage that was recorded a moment ago, and stands there soon. */
  const recorded = useRef<string | null>(null)
  const request = useMemo(() => requestOf(register, entry), [register, entry])
  const clock = useMemo(
    () => (request === null ? null : statutoryClock(request, calendar, today)),
    [request, calendar, today],
  )
  useEffect(() => {
    const done = recorded.current
    if (!goesOn.current || stage !== null || root.current === null) return
    if (done !== null && !entry.stages.some((one) => one.id === done)) return
    goesOn.current = false
    recorded.current = null
    // A letter of a stage that was recorded just now may stand below the edge of the window.
    nextRequestStep(root.current, done)?.focus({ preventScroll: done === null })
  })
  const stages = useRef(entry.stages)
  stages.current = entry.stages
  useEffect(() => {
    let isCurrent = true
    void drafts.read(record).then((half) => {
      const definition = half === null ? undefined : definitionOf(half.kind)
      if (!isCurrent || half === null || definition === undefined) return
      // A stage that is no more was typed all the same: it is offered as a new one.
      const stored = stages.current.find((one) => one.id === half.stage) ?? null
      setStage((open) => open ?? { definition, stored, resumed: half.values })
    })
    return () => {
      isCurrent = false
    }
  }, [drafts, record, definitionOf])

  const open = (definition: StageDefinition, stored: StoredStage | null) =>
    setStage({ definition, stored, resumed: null })
  const close = () => {
    goesOn.current = true
    setProblem(null)
    setStage(null)
    void drafts.forget(record)
  }
  const keep = (typed: RequestStage, stored: StoredStage | null) => {
    const stageId = stored?.id ?? newId(store.now())
    const action = stored === null ? addStage(id, stageId, typed) : editStage(id, stageId, typed)
    if (stored === null) recorded.current = stageId
    void session.act({ ...action, insist: true }).then((isDone) => {
      if (isDone || recorded.current !== stageId || root.current === null) return
      // The disk refused it for now: it does not stand there soon.
      recorded.current = null
      goesOn.current = false
      nextRequestStep(root.current, null)?.focus()
    })
    close()
  }
  const openLetter = (of: string | null) => (kind: Letter['kind']) =>
    void save().then(() => setChosen({ stage: of, kind }))
  return (
    <Paper withBorder p="sm" ref={root}>
      <Stack gap="sm">
        {clock === null ? (
          <Text size="sm">填好来件日期、申请方式和申请人类别后，这里显示办理期限。</Text>
        ) : (
          <ClockLine clock={clock} />
        )}
        <Timeline
          register={register}
          entry={entry}
          isWaiting={clock?.state === 'waiting' || clock?.state === 'stopped'}
          letters={(stored) =>
            stage === null &&
            request !== null && (
              <LetterButtons
                stage={stored.stage}
                stages={entry.stages.map((one) => one.stage)}
                size="compact-xs"
                onOpen={openLetter(stored.id)}
              />
            )
          }
          onOpen={(stored) => {
            const definition = definitionOf(stored.stage.kind)
            if (definition !== undefined) open(definition, stored)
          }}
        />
        {stage === null && request !== null && (
          <Group gap={6} role="group" aria-label="文书">
            <Text size="sm" fw={500}>
              文书
            </Text>
            <LetterButtons stage={null} stages={[]} size="compact-sm" onOpen={openLetter(null)} />
          </Group>
        )}
        {stage === null ? (
          <Group gap={6} role="group" aria-label="登记办理环节">
            <Text size="sm" fw={500}>
              登记办理环节
            </Text>
            {register.stages?.map((definition, i) => (
              <Button
                key={definition.kind}
                size="compact-sm"
                variant="default"
                data-next={i === 0 || undefined}
                onClick={() => void save().then(() => open(definition, null))}
              >
                {definition.label}
              </Button>
            ))}
          </Group>
        ) : (
          <StageForm
            key={stage.stored?.id ?? stage.definition.kind}
            definition={stage.definition}
            initial={stage.resumed ?? startOf(stage, today)}
            request={
              request === null
                ? null
                : {
                    ...request,
                    stages: entry.stages.filter((one) => one.id !== stage.stored?.id).map((one) => one.stage),
                  }
            }
            isNew={stage.stored === null}
            isResumed={stage.resumed !== null}
            focus={stage.stored === null ? null : openAnswer(stage.stored.stage)}
            draftProblem={problem}
            onType={(values) => {
              const half = { kind: stage.definition.kind, stage: stage.stored?.id ?? null, values: { ...values } }
              drafts.keep(record, half, entry.personal?.keyId ?? null, (refused) =>
                setProblem(keyringProblemMessage(refused)),
              )
            }}
            onCancel={close}
            onSave={(typed) => keep(typed, stage.stored)}
            {...(stage.stored === null
              ? {}
              : {
                  onRemove: () => {
                    if (stage.stored !== null) void session.act({ ...removeStage(id, stage.stored.id), insist: true })
                    close()
                  },
                })}
          />
        )}
      </Stack>
      {letter !== null && request !== null && (
        <LetterDialog
          letter={letter}
          entry={entry}
          request={request}
          calendar={calendar}
          onClose={() => setChosen(null)}
        />
      )}
    </Paper>
  )
}

function startOf({ definition, stored }: OpenStage, today: string): StageValues {
  return stored === null ? startStage(definition, today) : stageValues(stored.stage)
}
