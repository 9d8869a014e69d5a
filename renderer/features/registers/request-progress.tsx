import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type Entry, entryRecordId, type StoredStage } from '../../../shared/records/entry-record.ts'
import { requestOf } from '../../../shared/registers/facts.ts'
import { requestsRegister as register } from '../../../shared/registers/requests.ts'
import {
  type StageDefinition,
  type StageValues,
  stageValues,
  startStage,
} from '../../../shared/registers/stage-values.ts'
import { statutoryClock } from '../../../shared/registers/statutory-clock.ts'
import { keyringProblemMessage } from '../../../shared/wording/privacy.ts'
import { useSession } from '../../app/session.ts'
import { addStage, editStage, removeStage } from '../../store/entry-actions.ts'
import { newId } from '../../store/new-id.ts'
import { useStore } from '../../store/store-context.ts'
import { RequestLetters } from '../letters/request-letters.tsx'
import { ClockLine } from './clock-line.tsx'
import { useStageDrafts } from './stage-drafts.ts'
import { StageForm } from './stage-form.tsx'
import { openAnswer } from './stage-line.ts'
import { Timeline } from './timeline.tsx'
import { useCalendar } from './use-calendar.ts'

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

const definitionOf = (kind: string) => register.stages?.find((one) => one.kind === kind)

/** The clock of a request, what happened so far, its letters, and 今天做了什么？ */
export function RequestProgress({ entry, goesOn, save }: Props) {
  const session = useSession()
  const store = useStore()
  const calendar = useCalendar()
  const drafts = useStageDrafts()
  const [stage, setStage] = useState<OpenStage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { today } = store.start
  const { id } = entry
  const record = entryRecordId(id)
  const buttons = useRef<HTMLDivElement>(null)
  const request = useMemo(() => requestOf(register, entry), [entry])
  const clock = useMemo(
    () => (request === null ? null : statutoryClock(request, calendar, today)),
    [request, calendar, today],
  )
  useEffect(() => {
    if (!goesOn.current || buttons.current === null) return
    goesOn.current = false
    buttons.current.querySelector('button')?.focus({ preventScroll: true })
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
  }, [drafts, record])

  const open = (definition: StageDefinition, stored: StoredStage | null) =>
    setStage({ definition, stored, resumed: null })
  const close = () => {
    goesOn.current = true
    setProblem(null)
    setStage(null)
    void drafts.forget(record)
  }
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        {clock === null ? (
          <Text size="sm">收到日期、方式和申请人类别都填对以后，这里显示办理期限。</Text>
        ) : (
          <ClockLine clock={clock} />
        )}
        <Timeline
          register={register}
          entry={entry}
          onOpen={(stored) => {
            const definition = definitionOf(stored.stage.kind)
            if (definition !== undefined) open(definition, stored)
          }}
        />
        {stage === null && request !== null && (
          <RequestLetters entry={entry} request={request} calendar={calendar} today={today} onOpen={save} />
        )}
        {stage === null ? (
          <Group gap={6} role="group" aria-label="今天做了什么？" ref={buttons} data-next>
            <Text size="sm" fw={500}>
              今天做了什么？
            </Text>
            {register.stages?.map((definition) => (
              <Button
                key={definition.kind}
                size="compact-sm"
                variant="default"
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
            onSave={(typed) => {
              const action =
                stage.stored === null ? addStage(id, newId(store.now()), typed) : editStage(id, stage.stored.id, typed)
              void session.act({ ...action, insist: true })
              close()
            }}
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
    </Paper>
  )
}

function startOf({ definition, stored }: OpenStage, today: string): StageValues {
  return stored === null ? startStage(definition, today) : stageValues(stored.stage)
}
