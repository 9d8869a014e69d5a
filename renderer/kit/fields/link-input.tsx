import { Select } from '@mantine/core'
import { registerById } from '../../../shared/catalogue/catalogue.ts'
import { fieldFlawText } from '../../../shared/wording/field-flaw.ts'
import { useEntries, useEntryViews } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { entryTitle } from '../entry-text/entry-title.ts'
import type { FieldProps } from './field-props.ts'

/** As many entries as can be linked to by hand; they are the newest. */
const OFFERED = 500

/** The entry of another register that this one belongs to, found by its number. */
export function LinkInput({ field, value, flaw, unit, onChange }: FieldProps & { unit: string }) {
  const to = field.to ?? ''
  const ids = useEntries({ unit, register: to })
  const views = useEntryViews(ids?.slice(0, OFFERED) ?? [])
  const register = registerById(useStore().catalogue.registers, to)
  const current = typeof value === 'string' ? value : null
  const known = (views ?? []).map(({ entry }) => ({
    value: entry.id.entry,
    label: register === null ? entry.id.entry : entryTitle(register, entry),
  }))
  const isKnown = current === null || known.some((one) => one.value === current)
  return (
    <Select
      label={field.label}
      data-field={field.key}
      placeholder="输入编号查找"
      clearable
      searchable
      limit={50}
      nothingFoundMessage="没有找到"
      data={isKnown || views === undefined ? known : [{ value: current, label: '（不在台账里）' }, ...known]}
      value={current}
      error={flaw === null ? null : fieldFlawText[flaw]}
      onChange={onChange}
    />
  )
}
