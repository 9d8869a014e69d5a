import { Button, Collapse, Group, Paper, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EntryId, StoredStage } from '../../../shared/records/entry-record.ts'
import { requestOf } from '../../../shared/registers/facts.ts'
import { fieldOf } from '../../../shared/registers/register-definition.ts'
import { requestsRegister as register } from '../../../shared/registers/requests.ts'
import { statutoryClock } from '../../../shared/registers/statutory-clock.ts'
import { useSession } from '../../app/session.ts'
import { addStage, editStage, removeStage } from '../../store/entry-actions.ts'
import { newId } from '../../store/new-id.ts'
import { useStore } from '../../store/store-context.ts'
import type { EntryView } from '../../store/use-entries.ts'
import { RequestLetters } from '../letters/request-letters.tsx'
import { ClockLine } from './clock-line.tsx'
import { CountedIn } from './counted-in.tsx'
import { EntryFields } from './entry-fields.tsx'
import { RequestDisputes } from './request-disputes.tsx'
import { SealedFieldsPart } from './sealed-fields.tsx'
import { type StageDefinition, stageValues, startStage } from './stage-draft.ts'
import { StageForm } from './stage-form.tsx'
import { openAnswer } from './stage-line.ts'
import { Timeline } from './timeline.tsx'
import { useCalendar } from './use-calendar.ts'
import type { EntryDraft } from './use-entry-draft.ts'

const needConfirmation = ['online', 'ordinaryMail', 'fax']
const fieldsOf = (...keys: string[]) => keys.map((key) => fieldOf(register, key))
const identity = register.fields.filter(({ personal, key }) => personal === true && key !== 'subject')

/** A request: four fields first, the rest folded; then what was done with it, day by day. */
export function RequestEditor(props: { id: EntryId; view: EntryView | null; draft: EntryDraft; onSave(): void }) {
  const { id, view, draft, onSave } = props
  const session = useSession()
  const store = useStore()
  const calendar = useCalendar()
  const [more, setMore] = useState(false)
  const [stage, setStage] = useState<{ definition: StageDefinition; stored: StoredStage | null } | null>(null)
  const { today } = store.start
  const stages = useRef<HTMLDivElement>(null)
  /** What is done next stands under the keyboard: on a request that is opened, and after each thing that is done. */
  const goesOn = useRef(view !== null)
  const entry = view?.entry ?? null
  const request = useMemo(() => (entry === null ? null : requestOf(register, entry)), [entry])
  const clock = useMemo(
    () => (request === null ? null : statutoryClock(request, calendar, today)),
    [request, calendar, today],
  )
  useEffect(() => {
    if (!goesOn.current || stages.current === null) return
    goesOn.current = false
    stages.current.querySelector('button')?.focus({ preventScroll: true })
  })
  const close = () => {
    goesOn.current = true
    setStage(null)
  }
  const saveAndGoOn = () => {
    goesOn.current = true
    onSave()
  }
  const confirms = needConfirmation.includes(String(draft.values.way))
  const main = fieldsOf('arrived', 'way', ...(confirms ? ['confirmed'] : []), 'applicant')
  const open = (definition: StageDefinition) => void draft.save().then(() => setStage({ definition, stored: null }))
  return (
    <Stack gap="sm">
      <Stack gap="xs">
        <EntryFields
          register={register}
          fields={main}
          draft={draft}
          unit={id.unit}
          columns={main.length}
          autoFocus={entry === null}
          onLast={() => document.querySelector<HTMLElement>('[data-field="subject"]')?.focus()}
        />
        <SealedFieldsPart
          register={register}
          fields={fieldsOf('subject')}
          draft={draft}
          unit={id.unit}
          columns={1}
          onLast={saveAndGoOn}
        />
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={more ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            编号、承办单位和申请人
          </Button>
          <Text size="xs" c="dimmed">
            {draft.values.number === undefined ? '保存时自动编号' : `编号 ${draft.values.number}`}
          </Text>
        </Group>
        <Collapse expanded={more} transitionDuration={0}>
          <Stack gap="xs">
            <EntryFields
              register={register}
              fields={fieldsOf('number', 'platformNumber', 'organ')}
              draft={draft}
              unit={id.unit}
              onLast={saveAndGoOn}
            />
            <SealedFieldsPart register={register} fields={identity} draft={draft} unit={id.unit} onLast={saveAndGoOn} />
          </Stack>
        </Collapse>
      </Stack>
      {entry !== null && (
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
                const definition = register.stages?.find(({ kind }) => kind === stored.stage.kind)
                if (definition !== undefined) setStage({ definition, stored })
              }}
            />
            {stage === null && request !== null && (
              <RequestLetters entry={entry} request={request} calendar={calendar} today={today} onOpen={draft.save} />
            )}
            {stage === null ? (
              <Group gap={6} role="group" aria-label="今天做了什么？" ref={stages}>
                <Text size="sm" fw={500}>
                  今天做了什么？
                </Text>
                {register.stages?.map((definition) => (
                  <Button key={definition.kind} size="compact-sm" variant="default" onClick={() => open(definition)}>
                    {definition.label}
                  </Button>
                ))}
              </Group>
            ) : (
              <StageForm
                key={stage.stored?.id ?? stage.definition.kind}
                definition={stage.definition}
                initial={stage.stored === null ? startStage(stage.definition, today) : stageValues(stage.stored.stage)}
                request={
                  request === null
                    ? null
                    : {
                        ...request,
                        stages: entry.stages.filter((one) => one.id !== stage.stored?.id).map((one) => one.stage),
                      }
                }
                isNew={stage.stored === null}
                focus={stage.stored === null ? null : openAnswer(stage.stored.stage)}
                onCancel={close}
                onSave={(typed) => {
                  const action =
                    stage.stored === null
                      ? addStage(id, newId(store.now()), typed)
                      : editStage(id, stage.stored.id, typed)
                  void session.act({ ...action, insist: true })
                  close()
                }}
                {...(stage.stored === null
                  ? {}
                  : {
                      onRemove: () => {
                        if (stage.stored !== null) {
                          void session.act({ ...removeStage(id, stage.stored.id), insist: true })
                        }
                        close()
                      },
                    })}
              />
            )}
          </Stack>
        </Paper>
      )}
      {view !== null && <CountedIn register={register.id} facts={view.facts} />}
      {view !== null && <RequestDisputes id={id} />}
    </Stack>
  )
}
