import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import { limited } from '../fields/limited.ts'

interface ReasonFieldProps {
  readonly reason: string
  /** An error can be submitted only with a reason; a warning may have one. */
  readonly needed: boolean
  readonly readOnly: boolean
  readonly onReason: (text: string | null) => void
}

/** Why a finding is left standing. Kept on Enter and on leaving the field. */
export function ReasonField({ reason, needed, readOnly, onReason }: ReasonFieldProps) {
  const [open, setOpen] = useState(reason !== '')
  const [text, setText] = useState(reason)
  const unsaved = useRef<{ text: string; save: typeof onReason } | null>(null)
  unsaved.current = text.trim() === reason ? null : { text: text.trim(), save: onReason }

  const save = (): void => {
    const left = unsaved.current
    unsaved.current = null
    if (left !== null) left.save(left.text === '' ? null : left.text)
  }
  // A screen that goes away with the field still focused takes its text along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only then, and it reads the newest text from its ref
  useEffect(() => save, [])

  if (readOnly) return reason === '' ? null : <p className="fl-reason">原因说明：{reason}</p>
  if (!open) {
    return (
      <Button variant="subtle" size="compact-xs" fw={400} px={4} onClick={() => setOpen(true)}>
        {needed ? '数字属实？写明原因…' : '属实，写情况说明…'}
      </Button>
    )
  }
  return (
    <TextInput
      className="fl-reason"
      size="xs"
      aria-label="原因说明"
      leftSectionWidth={72}
      leftSection={<span>原因说明</span>}
      placeholder={needed ? '数字属实的原因（随报送文件报给上级）' : '情况说明（可不填，随报送文件报给上级）'}
      {...limited(text, textLimits.reason)}
      autoFocus={reason === ''}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setText(reason)
      }}
    />
  )
}
