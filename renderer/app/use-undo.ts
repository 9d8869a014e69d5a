import { formForYear } from '../../shared/forms/forms.ts'
import { redo, undo } from '../store/record-action.ts'
import { useStore } from '../store/store-context.ts'
import { useSession } from './session.ts'
import { placeOf } from './undo-place.ts'

export interface UndoSteps {
  undo(): Promise<void>
  redo(): Promise<void>
}

/** Takes the last action back, or does it again, and shows the place where it was: also in another unit or year. */
export function useUndo(): UndoSteps {
  const store = useStore()
  const session = useSession()
  const step = async (run: typeof undo): Promise<void> => {
    const result = await run(store)
    if (!result.ok || result.value === null) return
    const { takenBack } = result.value
    const form = formForYear(takenBack.year)
    const view = form === null ? null : placeOf(takenBack, form)
    if (view !== null) session.goTo(takenBack, view)
  }
  return { undo: () => step(undo), redo: () => step(redo) }
}
