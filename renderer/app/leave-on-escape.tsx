import { useKeys } from '../kit/keys/use-keys.ts'
import { useSession } from '../kit/session/session.ts'
import { HOME, type View } from '../kit/session/view.ts'

/** Fields outside a table: who types there means the field. */
const TYPING = 'textarea, input:not([type="checkbox"], [type="radio"], [role="grid"] *)'

/**
 * Escape leads back from every screen, also while the menu has the focus. Stands before the screen: one that has a use
 * for the key of its own comes after it and is asked first.
 */
export function LeaveOnEscape() {
  const session = useSession()
  useKeys({
    Escape: () => {
      const back = backFrom(session.view)
      if (back !== null && document.activeElement?.matches(TYPING) !== true) session.go(back)
    },
  })
  return null
}

/** Null: the clerk stays, on 今天 because it is where the others lead, at 单位资料 because what is typed waits for its 保存. */
function backFrom({ screen }: View): View | null {
  if (screen === 'today' || screen === 'unit') return null
  return screen === 'child' ? { screen: 'desk' } : HOME
}
