import { Alert } from '@mantine/core'
import { catalogueProblemText } from '../../shared/wording/catalogue-problem.ts'
import { useStore } from '../store/store-context.ts'

/** A form that was brought to this PC and does not hold together with this program: its reports cannot be read until then. */
export function LeftOutForms() {
  const { leftOut } = useStore()
  if (leftOut.length === 0) return null
  const isOne = new Set(leftOut.map(({ of }) => of)).size === 1
  return (
    <Alert color="orange" mb="sm" title={`上级发来的${isOne ? '一种' : '几种'}表式，这个版本的程序不能使用`}>
      用这种表式填写的年报暂不能打开，数据都在。请先更新程序；更新后仍不行，请把下面的内容转告上级。
      {leftOut.map((problem) => (
        <div key={JSON.stringify(problem)}>{catalogueProblemText(problem)}</div>
      ))}
    </Alert>
  )
}
