import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { type Finding, findingId, goalOf } from '../../../shared/model/report/finding.ts'
import type { FoldedFinding } from '../../../shared/steps/check/causes.ts'
import { ruleName } from '../../../shared/wording/rule-name.ts'
import { receivedFindingMessage, workingFindingMessage } from '../../../shared/wording/working-finding.ts'
import type { FindingsListProps } from './findings-props.ts'
import { ReasonField } from './reason-field.tsx'

interface FindingItemProps extends FindingsListProps {
  readonly reasons: ReadonlyMap<string, string>
  readonly folded: FoldedFinding
}

/** One cause: its sentence leads to the cell, its reason is written under it, its follow-ons unfold. */
export function FindingItem({ folded: { cause, followOns }, ...props }: FindingItemProps) {
  const [unfolded, setUnfolded] = useState(false)
  return (
    <li className="fl-item" data-finding={findingId(cause)}>
      <FindingLine {...props} finding={cause} />
      {followOns.length > 0 && (
        <Button
          className="fl-unfold"
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? '收起相关问题' : `展开相关问题${followOns.length}条（上一条改正后一般会消除）`}
        </Button>
      )}
      {unfolded && (
        <ul className="fl-follow-ons">
          {followOns.map((finding) => (
            <li key={findingId(finding)} className="fl-item" data-finding={findingId(finding)}>
              <FindingLine {...props} finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

interface FindingLineProps extends Omit<FindingItemProps, 'folded'> {
  readonly finding: Finding
}

function FindingLine({ finding, ...props }: FindingLineProps) {
  const { form, working, lastYear, reasons, readOnly = false, onGo, onReason } = props
  const { severity, place } = finding
  const id = findingId(finding)
  const said = (
    <>
      <b>{ruleName(finding.rule)}</b>
      <span>
        {readOnly
          ? receivedFindingMessage(form, working, finding)
          : workingFindingMessage(form, working, finding, lastYear ?? null)}
      </span>
    </>
  )
  return (
    <div className="fl-line" data-severity={severity}>
      {severity === 'error' ? (
        <IconCircleX size={18} aria-label="错误" />
      ) : (
        <IconAlertTriangle size={18} aria-label="提醒" />
      )}
      <div className="fl-body">
        {place.kind === 'report' ? (
          <div className="fl-go">{said}</div>
        ) : (
          <button type="button" className="fl-go" title="点击转到这里" onClick={() => onGo(goalOf(finding))}>
            {said}
          </button>
        )}
        <ReasonField
          key={reasons.get(id) ?? ''}
          reason={reasons.get(id) ?? ''}
          needed={severity === 'error'}
          readOnly={readOnly}
          onReason={(text) => onReason(id, text)}
        />
      </div>
    </div>
  )
}
