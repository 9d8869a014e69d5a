import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import { limited } from '../fields/limited.ts'

interface RemarkEditorProps {
  readonly remark: string
  /** Null takes the remark away; undefined leaves it as it was. */
  readonly onDone: (text: string | null | undefined) => void
}

/** The text printed in brackets behind a figure: `55（含自然失效29件）`. */
export function RemarkEditor({ remark, onDone }: RemarkEditorProps) {
  const [text, setText] = useState(remark)
  const save = (): void => {
    const trimmed = text.trim()
    onDone(trimmed === remark ? undefined : trimmed === '' ? null : trimmed)
  }
  return (
    <form
      className="ot-remark-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        size="xs"
        autoFocus
        aria-label="备注，印在数字后面的括号里"
        placeholder="印在数字后面的括号里，如：含自然失效29件"
        {...limited(text, textLimits.remark)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          // The table that has the focus next would be left by the same key.
          event.preventDefault()
          onDone(undefined)
        }}
      />
      <Button type="submit" size="compact-sm">
        保存
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => onDone(undefined)}>
        取消
      </Button>
    </form>
  )
}
