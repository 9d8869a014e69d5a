import { useStore } from '../../store/store-context.ts'
import { useSession } from '../session/session.ts'

/** A mistyped date runs through hundreds of years: nobody ticks those. */
const MOST = 2

/** Where days are provisional: the way to tick the days off of these years. */
export function TickDaysLinks({ years }: { years: readonly number[] }) {
  const session = useSession()
  const { start } = useStore()
  const next = Number(start.today.slice(0, 4)) + 1
  return years
    .filter((year) => year <= next)
    .slice(-MOST)
    .map((year) => (
      <button
        type="button"
        className="link"
        key={year}
        onClick={() => session.go({ screen: 'holidays', year, from: session.view })}
      >
        录入{year}年节假日安排
      </button>
    ))
}
