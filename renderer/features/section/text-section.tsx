import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { narrativeEdit } from '../../../shared/actions/report-changes.ts'
import type { NarrativeKey } from '../../../shared/model/report/report.ts'
import { textLimits } from '../../../shared/model/report/text-limits.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { limited } from '../../kit/fields/limited.ts'
import { useDraft } from '../../kit/fields/use-draft.ts'
import { useSession } from '../../kit/session/session.ts'

const CHINESE_NUMERALS = '一二三四五六七八九十'

/** The heading line that comes next: `（二）依申请公开` where one heading stands already. */
function nextHeading(text: string, heading: string): string {
  const used = text.split('\n').filter((line) => /^（[一二三四五六七八九十]+）/.test(line)).length
  return `（${CHINESE_NUMERALS[used] ?? CHINESE_NUMERALS.at(-1)}）${heading}`
}

/** A text of the report, edited plainly: one paragraph a line, headings as （一）…. */
export function TextSection(props: {
  working: WorkingReport
  textKey: NarrativeKey
  label: string
  headings: readonly string[]
  hint: string
  minRows?: number
  /** The label is visible where no title stands over the text. */
  showLabel?: boolean
}) {
  const session = useSession()
  const area = useRef<HTMLTextAreaElement>(null)
  const { layer } = props.working.id
  const draft = useDraft(props.working.report.narrative[props.textKey] ?? '', (text) =>
    session.edit(layer, 'write-text', (id, groups) => narrativeEdit(id, groups, props.textKey, text)),
  )
  const insert = (heading: string) => {
    const before = draft.text.trimEnd()
    draft.change(`${before}${before === '' ? '' : '\n'}${nextHeading(before, heading)}\n`)
    area.current?.focus()
  }
  return (
    <Stack gap="xs">
      {props.headings.length > 0 && (
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            插入小标题：
          </Text>
          {props.headings.map((heading) => (
            <Button key={heading} size="compact-xs" variant="default" onClick={() => insert(heading)}>
              {heading}
            </Button>
          ))}
        </Group>
      )}
      <Textarea
        ref={area}
        {...(props.showLabel ? { label: props.label } : { 'aria-label': props.label })}
        autosize
        minRows={props.minRows ?? 12}
        {...limited(draft.text, textLimits.narrative)}
        value={draft.text}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={draft.flush}
        classNames={{ input: 'report-text' }}
      />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {props.hint}
        </Text>
        <Text size="xs" c="dimmed">
          {draft.text.replace(/\s/g, '').length}字
        </Text>
      </Group>
    </Stack>
  )
}
