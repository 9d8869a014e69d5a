import type { Desktop, StoreDiffers } from '../../../shared/desktop.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { OpenProblem } from '../store.ts'

/** Has the store's files put aside before another is made in its place; where that fails, nothing may be made anew. */
export async function setAside(
  desktop: Desktop,
  how: 'move' | 'copy',
  why?: StoreDiffers | 'other-program',
): Promise<Result<null, OpenProblem>> {
  try {
    const aside = await (why === undefined ? desktop.setStoreAside(how) : desktop.setStoreAside(how, why))
    if (aside.ok) return ok(null)
    const { code, detail } = aside.problem
    const isBusy = how === 'move' && code !== 'disk-full'
    return fail({ code: isBusy ? 'store-busy' : 'store-not-kept', detail: `${code} ${detail}` })
  } catch (error) {
    return fail({ code: 'store-not-kept', detail: String(error) })
  }
}
