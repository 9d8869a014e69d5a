import type { StorageProblem } from '../desktop.ts'
import type { Submission } from '../steps/package/kinds/submission.ts'
import type { Verdict } from '../steps/package/sort-incoming.ts'
import { packageProblemMessage } from './package-problem.ts'
import { storageProblemMessage } from './storage-problem.ts'

/** What became of a file that somebody opened: the disk may not have given it. */
export type FileVerdict = Verdict | { readonly code: 'unreadable'; readonly problem: StorageProblem }

const titleOf = ({ manifest }: Submission): string =>
  `${manifest.unit.name}${manifest.year}年度第${manifest.revision}次报送`

const codeOf = (code: string): string => (code.startsWith('local:') ? '（没有填代码）' : `（代码${code}）`)

/** One plain line on what became of a file. */
export function verdictMessage(verdict: FileVerdict, submission: Submission | null): string {
  const file = submission === null ? '这份文件' : titleOf(submission)
  switch (verdict.code) {
    case 'accepted': {
      const instead = verdict.replaces === null ? '' : `，代替第${verdict.replaces}次`
      const twin = verdict.sameNumber ? '另有一份次数相同、内容不同的文件，请打电话核对用哪一份。' : ''
      return `已收下：${file}${instead}。${twin}`
    }
    case 'older': {
      const twin = verdict.sameNumber ? '两份的次数相同、内容不同，请打电话核对。' : ''
      const counted = verdict.counted === null ? '另一份' : `第${verdict.counted}次`
      return `${file}已经有${counted}接着它做，只留作历史，汇总不变。${twin}`
    }
    case 'waiting': {
      if (verdict.counted === null) {
        return `${file}先放着，还没有算进汇总：同一个单位来了几份，互相没有接着做（可能换了电脑）。请打电话核对，再到“各单位报送”里点开这个单位选用一份。`
      }
      return `${file}不是接着正在用的第${verdict.counted}次做的（可能换了电脑，或者用了旧的备份），先放着，汇总仍用第${verdict.counted}次。请打电话核对；要用这一份，到“各单位报送”里点开这个单位，在“历次报送”里选用。`
    }
    case 'already-here':
      return `${file}已经收过，没有变化。`
    case 'unit-not-in-tree': {
      if (verdict.isOwn) {
        return '这是本单位自己的报送文件，不用收进来，请把它发给上级。如果这台电脑也替上级收文件，请在左上角换到上级单位再打开。'
      }
      const who =
        submission === null ? '报送单位' : `“${submission.manifest.unit.name}”${codeOf(submission.manifest.unit.code)}`
      return `${who}不在本单位的名单里，先没有收下。请核对是不是本单位的下级：是的话点下面的按钮收下，名单里有同名、没填代码的就认作它，没有就加进名单；不是就请对方找对上级。`
    }
    case 'other-year':
      return `这是${verdict.year}年度的报送，现在打开的是另一个年度，没有收下。请在左上角换到${verdict.year}年度再打开。`
    case 'practice':
      return '这是练习用的示例文件，不能当真的收，没有收下。请让对方在正式的单位里填报后重新发来。'
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
