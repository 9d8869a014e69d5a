import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { signOffEdit } from '../../../shared/actions/unit-changes.ts'
import { MOST_IN_UNIT_NAME } from '../../../shared/model/unit/unit-record.ts'
import { limited } from '../../kit/fields/limited.ts'
import { useSession } from '../../kit/session/session.ts'

/** What the unit signs its report and its letters with, where that is not its name. Kept when the field is left or by Enter. */
export function SignOffName() {
  const { unit, act } = useSession()
  const [text, setText] = useState(unit.signOff ?? '')
  const keep = () => {
    const name = text.trim()
    if (name === (unit.signOff ?? '')) return
    void act({
      action: 'edit-unit',
      insist: true,
      edit: async (read) => signOffEdit(unit.code, await read('unit', unit.code), name),
    })
  }
  return (
    <TextInput
      maw={420}
      label="落款名称"
      description="年度报告和文书落款用的全称；空着就用单位名称。"
      placeholder={unit.profile.name}
      {...limited(text, MOST_IN_UNIT_NAME)}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
