import { observable } from '../../store/observable.ts'

/** One sentence for the clerk that belongs to no screen; null: nothing to say. */
export const notice = observable<string | null>(null)
