import { NavLink, Text } from '@mantine/core'
import { IconAlertCircle, IconCheck, IconCircleHalf2, IconPointFilled } from '@tabler/icons-react'
import { memo } from 'react'
import { registerById } from '../../shared/catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../shared/catalogue/registers/register-definition.ts'
import type { Layer } from '../../shared/model/report/report.ts'
import { type SectionState, sectionState } from '../../shared/model/report/section-state.ts'
import { type Checked, useFindingCounts, useMainReport, useReportData } from '../kit/session/report-data.tsx'
import { useSession } from '../kit/session/session.ts'
import { samePlace, type View } from '../kit/session/view.ts'
import { useStore } from '../store/store-context.ts'

const marks: Record<SectionState, React.ReactNode> = {
  empty: <IconPointFilled size={14} className="mark-empty" aria-label="未填" />,
  begun: <IconCircleHalf2 size={14} className="mark-empty" aria-label="未填完" />,
  filled: <IconCheck size={14} className="mark-filled" aria-label="已填" />,
  error: <IconAlertCircle size={14} className="mark-error" aria-label="有错误" />,
}

/** Where to go: the report's sections with their ticks, then what is done with the report. */
export function Navigation() {
  const { isDesk } = useSession()
  const { own } = useReportData()
  const main = useMainReport()
  const { errors, warnings } = useFindingCounts()
  return (
    <nav className="navigation" aria-label="主菜单">
      <Place view={{ screen: 'today' }} label="今天" />
      {isDesk && <Place view={{ screen: 'desk' }} label="各单位报送" />}
      {!isDesk && <Registers />}
      <Text className="navigation-label">{isDesk ? '汇总报告' : '年度报告'}</Text>
      <Place view={{ screen: 'opening' }} label="前言、落款和版式" />
      <Sections checked={main} layer={isDesk ? 'total' : 'own'} />
      {!isDesk && <Place view={{ screen: 'supplement' }} label="补充数字" />}
      {isDesk && (
        <>
          <Text className="navigation-label">本单位数据</Text>
          <Registers />
          <Sections checked={own} layer="own" tablesOnly />
          <Place view={{ screen: 'supplement' }} label="补充数字" />
        </>
      )}
      <Text className="navigation-label">核对和报送</Text>
      <Place view={{ screen: 'findings' }} label="检查" errors={errors} warnings={warnings} />
      <Place view={{ screen: 'print' }} label="打印预览" />
      {isDesk && <Place view={{ screen: 'finalise' }} label="定稿" />}
      <Place view={{ screen: 'submit' }} label="报送" />
    </nav>
  )
}

/** The registers that are always in sight, and the way to the others. */
function Registers() {
  const { registers } = useStore().catalogue
  return (
    <>
      {registers
        .filter(({ place }) => place === 'first')
        .map(({ id, label }) => (
          <Place key={id} view={{ screen: 'register', register: id }} label={label} />
        ))}
      <Place view={{ screen: 'registers' }} label="台账和节假日安排" also={isUnderMore(registers)} />
    </>
  )
}

const isUnderMore =
  (registers: readonly RegisterDefinition[]) =>
  (view: View): boolean =>
    view.screen === 'charts' ||
    view.screen === 'holidays' ||
    (view.screen === 'register' && registerById(registers, view.register)?.place === 'more')

function Sections({ checked, layer, tablesOnly }: { checked: Checked; layer: Layer; tablesOnly?: boolean }) {
  const { form } = useSession()
  return form.definition.sections
    .filter(({ content }) => !tablesOnly || content === 'table')
    .map(({ id, numeral, name, short, title }) => (
      <Place
        key={id}
        view={{ screen: 'section', section: id, layer }}
        label={tablesOnly ? name : `${numeral}、${short}`}
        full={title}
        state={sectionState(form, checked.working.report, checked.findings, id)}
      />
    ))
}

interface PlaceProps {
  readonly view: View
  readonly label: string
  readonly full?: string
  /** How far the section is that it leads to. */
  readonly state?: SectionState
  /** Of findings; 0: none is shown. */
  readonly errors?: number
  readonly warnings?: number
  /** Other views that are reached through this place. */
  also?(view: View): boolean
}

/** Drawn anew only where something about it changed: all of them stand beside each figure that is typed. */
const Place = memo(
  function Place(props: PlaceProps) {
    const session = useSession()
    const { state, errors = 0, warnings = 0 } = props
    const right = state === undefined ? <Counts errors={errors} warnings={warnings} /> : marks[state]
    const active = samePlace(session.view, props.view) || props.also?.(session.view) === true
    return (
      <NavLink
        component="button"
        active={active}
        aria-current={active ? 'page' : undefined}
        label={props.label}
        title={props.full}
        rightSection={right}
        onClick={() => session.go(props.view)}
        className="navigation-place"
      />
    )
  },
  ({ view, ...before }, { view: next, ...after }) => samePlace(view, next) && hasSame(before, after),
)

function hasSame(before: Omit<PlaceProps, 'view'>, after: Omit<PlaceProps, 'view'>): boolean {
  const { label, full, state, errors, warnings, also } = after
  const same = before.label === label && before.full === full && before.state === state && before.also === also
  return same && before.errors === errors && before.warnings === warnings
}

/** What must be settled before the report goes out stands apart from what may be. */
function Counts({ errors, warnings }: { errors: number; warnings: number }) {
  return (
    <>
      {errors > 0 && (
        <span className="count count-bad" title={`要改的错误：${errors}`}>
          {errors}
        </span>
      )}
      {errors === 0 && warnings > 0 && (
        <span className="count" title={`提醒：${warnings}`}>
          {warnings}
        </span>
      )}
    </>
  )
}
