import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import type { EntryId } from '../../../shared/model/entry/entry-record.ts'
import { binnedMessage, emptyEntryMessage } from '../../../shared/wording/entry-done.ts'
import { isBegun, isBegunWith, leaveEntry } from '../../kit/entry/entry-start.ts'
import { UnsettledPart } from '../../kit/entry/unsettled-part.tsx'
import { type EntryDraft, useEntryDraft } from '../../kit/entry/use-entry-draft.ts'
import { useNewEntry } from '../../kit/entry/use-new-entry.ts'
import { useTellOfEntry } from '../../kit/entry/use-tell-of-entry.ts'
import { useKeptFocus } from '../../kit/keys/use-kept-focus.ts'
import { useKeys } from '../../kit/keys/use-keys.ts'
import { notice } from '../../kit/session/notice.ts'
import { useSession } from '../../kit/session/session.ts'
import type { RegisterView } from '../../kit/session/view.ts'
import { binEntry, restoreEntry } from '../../store/entries/entry-actions.ts'
import { type EntryView, useEntry } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { PlainEditor } from './plain-editor.tsx'
import { WrittenBy } from './written-by.tsx'

/** An entry that is being worked on; `view` is null while it is new. */
export interface EntryEditing {
  readonly id: EntryId
  readonly view: EntryView | null
  readonly draft: EntryDraft
  onSave(): void
}

interface Screen {
  readonly register: RegisterDefinition
  /** The list that it was opened from. */
  readonly list: RegisterView
  /** What an entry is typed into where its register's fields alone are not enough; null: those. */
  readonly editor: ((editing: EntryEditing) => ReactNode) | null
}

/** One entry of a register, new or stored. */
export function EntryScreen({ entry, ...screen }: Screen & { entry: string }) {
  const { register } = screen
  const { unit } = useSession()
  const id = { unit: unit.code, register: register.id, entry }
  const stored = useEntry(id)
  useEffect(() => () => leaveEntry(entry), [entry])
  // A new entry is typed into at once, without waiting for the store to say that it is not there.
  const view = stored === undefined && isBegun(entry) ? null : stored
  return view === undefined ? null : <EntryEditor {...screen} id={id} view={view} />
}

function EntryEditor({ register, id, view, list, editor }: Screen & { id: EntryId; view: EntryView | null }) {
  const session = useSession()
  const { start } = useStore()
  const draft = useEntryDraft(register, id, view)
  const tellOf = useTellOfEntry(register)
  const create = useNewEntry(register)
  const root = useRef<HTMLDivElement>(null)
  useKeptFocus(root)
  const isBinned = view !== null && view.entry.binned !== null
  const back = () => session.go(list)
  /** An entry that nobody filled is not kept: what is asked for waits until something stands there. */
  const isEmpty = () => {
    const isBlank = draft.isNew && !draft.isTouched && !isBegunWith(id.entry)
    if (isBlank) notice.set(emptyEntryMessage)
    return isBlank
  }
  const save = () => {
    if (!isEmpty()) void draft.save()
  }
  const saveAndNext = () => {
    if (isEmpty()) return
    void draft.save().then((isRecorded) => {
      if (isRecorded) create.blank()
    })
  }
  const duplicate = () => {
    // A blank form that was never typed into is left behind, not stored.
    const isBlank = draft.isNew && !draft.isTouched
    const like = isBlank ? null : draft.values
    void (isBlank ? Promise.resolve(true) : draft.save()).then(() => create.duplicate(like))
  }
  const bin = () => {
    void draft
      .save()
      .then(() => session.act(binEntry(id, start.today)))
      .then((isDone) => (isDone ? tellOf(id, binnedMessage) : undefined))
    back()
  }
  useKeys({
    Escape: back,
    'Ctrl+Enter': saveAndNext,
    'Ctrl+N': saveAndNext,
    'Ctrl+S': save,
    'Ctrl+D': duplicate,
  })
  return (
    <Stack gap="sm" maw={1000} ref={root}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={14} />} onClick={back}>
            返回（Esc）
          </Button>
          <Title order={2} size="h4">
            {register.label}
            {draft.isNew ? '：新登记' : ''}
          </Title>
        </Group>
        <Group gap={6} wrap="nowrap">
          {draft.isNew ? (
            <Button size="xs" onClick={save}>
              保存
            </Button>
          ) : (
            !isBinned && (
              <Button size="xs" variant="subtle" color="red" onClick={bin}>
                移到回收站
              </Button>
            )
          )}
          <Button size="xs" variant="default" title="Ctrl+D" onClick={duplicate}>
            {draft.isNew ? '照上一' : '照这一'}
            {register.unit}填写
          </Button>
          <Button size="xs" variant={draft.isNew ? 'default' : 'light'} title="Ctrl+Enter" onClick={saveAndNext}>
            保存并登记下一{register.unit}
          </Button>
        </Group>
      </Group>
      {isBinned && (
        <Group gap="xs">
          <Text size="sm">这一{register.unit}在回收站里，不计入年报。</Text>
          <Button size="compact-xs" onClick={() => void session.act(restoreEntry(id))}>
            还原
          </Button>
        </Group>
      )}
      <UnsettledPart register={register} draft={draft} unit={id.unit} erased={view?.entry.erased ?? null} />
      {editor === null ? (
        <PlainEditor id={id} register={register} view={view} draft={draft} onSave={save} />
      ) : (
        editor({ id, view, draft, onSave: save })
      )}
      {view !== null && <WrittenBy id={id} />}
      <Text size="xs" c="dimmed">
        边填边保存。Enter 到下一格，Ctrl+Enter 保存并登记下一{register.unit}，Ctrl+D
        {draft.isNew ? '照上一' : '照这一'}
        {register.unit}填写。不得录入涉密内容。
      </Text>
    </Stack>
  )
}
