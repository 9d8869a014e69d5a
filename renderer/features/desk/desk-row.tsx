import { memo, type Ref } from 'react'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { DeskChild } from '../../../shared/model/desk/desk-children.ts'
import { unitLevelNames } from '../../../shared/wording/unit-level.ts'
import { receivedOn } from './received-on.ts'

export const stateNames = { missing: '未报', undecided: '要选用', blank: '有空表', received: '已报' } as const

/** One unit: what it has sent, and what is to be said of it. `index`: its place in the list, which measures its height. */
export const DeskRow = memo(function DeskRow({
  form,
  child,
  index,
  measure,
  onOpen,
}: {
  form: Form
  child: DeskChild
  index: number
  measure: Ref<HTMLTableRowElement>
  onOpen(unit: string): void
}) {
  const { unit, state, current, waiting, blankTables, sameNumber } = child
  const { errors, warnings } = current ?? { errors: 0, warnings: 0 }
  const blank = form.tables.filter(({ id }) => blankTables.includes(id)).map(({ numeral }) => `表${numeral}`)
  return (
    <tr ref={measure} aria-rowindex={index + 2} data-index={index} data-unit={unit.code} data-state={state}>
      <td>
        <button type="button" className="link" onClick={() => onOpen(unit.code)}>
          {unit.profile.name}
        </button>
      </td>
      <td>{unitLevelNames[unit.profile.level]}</td>
      <td className={`state-${state}`}>
        {stateNames[state]}
        {blank.length > 0 && `：${blank.join('、')}`}
      </td>
      <td>
        {current === null ? '' : `第${current.revision}次`}
        {current?.isFilledIn && '（代填）'}
        {waiting.length > 0 && `（另有${waiting.length}份待您决定）`}
        {waiting.length === 0 && sameNumber > 0 && '（次数相同、内容不同，请该单位重新报送一次）'}
      </td>
      <td>{current === null ? '' : receivedOn(current.exported)}</td>
      <td>
        {errors > 0 && <span className="count count-bad">{errors}个错误</span>}{' '}
        {warnings > 0 && <span className="count">{warnings}个提醒</span>}
        {current !== null && errors + warnings === 0 && '没有发现问题'}
      </td>
      <td>{current?.phone || unit.contact.phone}</td>
    </tr>
  )
})
