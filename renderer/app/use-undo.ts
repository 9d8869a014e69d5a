import { formForYear } from '../../shared/catalogue/catalogue.ts'
import { conflictWords } from '../../shared/wording/conflict.ts'
import { notice } from '../kit/session/notice.ts'
import { useSession } from '../kit/session/session.ts'
import { useStore } from '../store/store-context.ts'
import { BRING_BACK } from '../store/write/bring-back.ts'
import { redo, undo } from '../store/write/record-action.ts'
import { placeOf } from './undo-place.ts'

const words = { undo: '撤销', redo: '恢复' } as const

export interface UndoSteps {
  undo(): Promise<void>
  redo(): Promise<void>
}

/**
 * Takes the last action back, or does it again, and shows the place where it was: also in another
 * year. An action of another unit's books is gone to first, and taken back when it is asked for there.
 */
export function useUndo(): UndoSteps {
  const store = useStore()
  const session = useSession()
  const step = async (which: 'undo' | 'redo'): Promise<void> => {
    // Nothing changes in another unit's books while this one's are looked at.
    const unit = store.writer.unitOfNext(which)
    const elsewhere = session.units.find(({ code, kept }) => kept && code === unit && code !== session.unit.code)
    if (elsewhere !== undefined) {
      session.setUnit(elsewhere.code)
      notice.set(
        `上一步操作属于“${elsewhere.profile.name}”，已切换到该单位。再点一次“${words[which]}”即可${words[which]}。`,
      )
      return
    }
    const result = await (which === 'undo' ? undo : redo)(store)
    if (!result.ok || result.value === null) return
    const { takenBack } = result.value
    if (which === 'undo' && takenBack.action === BRING_BACK) notice.set(conflictWords.undone)
    const { unit: of, year } = takenBack
    const form = year === null ? null : formForYear(store.catalogue.forms, year)
    const view = form === null ? null : placeOf(takenBack, form)
    if (view !== null && year !== null) session.goTo({ unit: of, year }, view)
  }
  return { undo: () => step('undo'), redo: () => step('redo') }
}
