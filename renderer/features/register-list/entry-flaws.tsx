import { memo } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { entryFlaws } from '../../../shared/model/entry/entry-flaws.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { entryFlawsLines, entryFlawsText } from '../../../shared/wording/entry-flaws.ts'

/** What is missing or wrong in an entry, in a few words; the rest where the mouse rests. */
export const EntryFlaws = memo(function EntryFlaws(props: { register: RegisterDefinition; entry: Entry }) {
  const flaws = entryFlaws(props.register, props.entry)
  if (flaws.size === 0) return null
  return (
    <span className="state-missing" title={entryFlawsLines(props.register, flaws)}>
      {entryFlawsText(props.register, props.entry, flaws)}
    </span>
  )
})
