import { SimpleGrid } from '@mantine/core'
import { fieldInYear } from '../../../shared/catalogue/registers/choices-in.ts'
import type { RegisterDefinition, RegisterField } from '../../../shared/catalogue/registers/register-definition.ts'
import { entryFlaws } from '../../../shared/model/entry/entry-flaws.ts'
import { FieldInput } from '../fields/field-input.tsx'
import { LinkInput } from '../fields/link-input.tsx'
import { nextFieldOnEnter } from '../fields/next-field.ts'
import { useEarlierValues } from '../fields/use-earlier-values.ts'
import type { EntryDraft } from './use-entry-draft.ts'

/** Some fields of an entry in a grid; Enter goes through them and then does `onLast`. */
export function EntryFields(props: {
  register: RegisterDefinition
  fields: readonly RegisterField[]
  draft: EntryDraft
  unit: string
  columns?: number
  /** How many of the columns a long text takes; all where absent. */
  longTextColumns?: number
  /** Key of a field after which the entry is one: Enter there records it and goes on to what may be left out. */
  enough?: string
  /** The clerk starts in the first field. */
  autoFocus?: boolean
  onLast(): void
}) {
  const { register, fields, draft, unit } = props
  const earlier = useEarlierValues(unit, register)
  const flaws = entryFlaws(register, { fields: draft.values })
  return (
    <SimpleGrid
      cols={props.columns ?? 3}
      spacing="sm"
      verticalSpacing="xs"
      onKeyDown={(event) => {
        const left = nextFieldOnEnter(event, props.onLast)
        if (left !== null && left === props.enough && draft.isTouched) void draft.save()
      }}
      onBlur={() => !draft.isNew && void draft.save()}
    >
      {fields.map((field, index) => {
        const common = {
          field: fieldInYear(field, draft.values),
          value: draft.values[field.key],
          // A new entry is not scolded for what nobody had time to fill in.
          flaw: draft.isNew && flaws.get(field.key) === 'missing' ? null : (flaws.get(field.key) ?? null),
          first: props.autoFocus === true && index === 0,
          onChange: (value: Parameters<EntryDraft['set']>[1]) => draft.set(field.key, value),
        }
        const isLong = field.kind === 'longText' && props.longTextColumns !== undefined
        const isWide = field.kind === 'longText' || field.many === true
        const gridColumn = isLong ? `span ${props.longTextColumns}` : '1 / -1'
        return (
          <div key={field.key} style={isWide ? { gridColumn } : undefined}>
            {field.kind === 'link' ? (
              <LinkInput {...common} unit={unit} />
            ) : (
              <FieldInput {...common} earlier={earlier.get(field.key) ?? []} />
            )}
          </div>
        )
      })}
    </SimpleGrid>
  )
}
