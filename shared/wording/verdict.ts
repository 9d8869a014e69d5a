import type { StorageProblem } from '../desktop.ts'
import type { Submission } from '../steps/package/kinds/submission.ts'
import type { Verdict } from '../steps/package/sort-incoming.ts'
import { packageProblemMessage } from './package-problem.ts'
import { storageProblemMessage } from './storage-problem.ts'

/** What became of a file that somebody opened: the disk may not have given it. */
export type FileVerdict = Verdict | { readonly code: 'unreadable'; readonly problem: StorageProblem }

const titleOf = ({ manifest }: Submission): string =>
  `${manifest.unit.name}${manifest.year}年度第${manifest.revision}次报送`

const codeOf = (code: string): string => (code.startsWith('local:') ? '（未填代码）' : `（代码${code}）`)

/** One plain line on what became of a file. */
export function verdictMessage(verdict: FileVerdict, submission: Submission | null): string {
  const file = submission === null ? '这份文件' : titleOf(submission)
  switch (verdict.code) {
    case 'accepted': {
      const instead = verdict.replaces === null ? '' : `，替换第${verdict.replaces}次`
      const twin = verdict.sameNumber
        ? '另有一份次数相同、内容不同的文件，请电话核对用哪一份，再到“各单位报送”里点开这个单位选用。'
        : ''
      return `已接收：${file}${instead}。${twin}`
    }
    case 'older': {
      const twin = verdict.sameNumber ? '两份的次数相同、内容不同，请该单位重新报送一次。' : ''
      const counted = verdict.counted === null ? '另一份' : `第${verdict.counted}次`
      return `${file}已被${counted}代替，只留存，汇总不变。${twin}`
    }
    case 'waiting': {
      if (verdict.otherKeys) {
        const counted = verdict.counted === null ? '没有一份计入汇总' : `汇总仍用第${verdict.counted}次`
        return `${file}不是原来那台电脑编制的，暂未采用，${counted}。换了电脑？请按名单上的号码电话核对；确是该单位编制的，请到“各单位报送”里点开这个单位，在“历次报送”里选用这一份。`
      }
      if (verdict.counted === null) {
        return `${file}暂未计入汇总：同一单位有几份文件，不是先后编制的（可能换了电脑）。请电话核对，再到“各单位报送”里点开这个单位选用一份。`
      }
      return `${file}不是在正在使用的第${verdict.counted}次之后编制的（可能换了电脑，或者用了较早的副本），暂未计入，汇总仍用第${verdict.counted}次。请电话核对；要用这一份，到“各单位报送”里点开这个单位，在“历次报送”里选用。`
    }
    case 'already-here':
      return `${file}以前已接收，没有变化。`
    case 'unit-not-in-tree': {
      if (verdict.isOwn) {
        return '这是本单位的报送文件，不需要接收，请发给上级。本机也为上级接收文件的，请在左上角切换到上级单位后再打开。'
      }
      const who =
        submission === null ? '报送单位' : `“${submission.manifest.unit.name}”${codeOf(submission.manifest.unit.code)}`
      return `${who}不在下级单位名单里，暂未接收。是本单位下级的，点下面的按钮接收：名单中有同名且未填代码的，按该单位接收；没有的，自动加入名单。不是下级的，请对方核对应报送的上级单位。`
    }
    case 'other-year':
      return `这是${verdict.year}年度的报送文件，现在打开的是另一个年度，未接收。请在左上角切换到${verdict.year}年度后再打开。`
    case 'practice':
      return '这是示例文件，不能作为正式报送接收，未接收。请对方在正式的单位里填报后重新发来。'
    case 'refused':
      return packageProblemMessage(verdict.problem)
    case 'unreadable':
      return storageProblemMessage(verdict.problem)
  }
}

/** Whether the file counts (now or before), waits for a decision, is kept as history, or was refused. */
export function verdictKind({ code }: FileVerdict): 'taken' | 'waiting' | 'history' | 'refused' {
  if (code === 'accepted' || code === 'already-here') return 'taken'
  if (code === 'waiting') return code
  return code === 'older' ? 'history' : 'refused'
}
