import { useMemo, useRef } from 'react'
import type { Entry, EntryId } from '../../../shared/model/entry/entry-record.ts'
import { notice } from '../../kit/session/notice.ts'
import { useSession } from '../../kit/session/session.ts'
import { addEntries, editEntryFields } from '../../store/entries/entry-actions.ts'
import { useEntries, useEntryViews } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'
import {
  type FigureRegister,
  figureEntryId,
  figureFields,
  plainFigure,
  removedFigure,
  type TypedFigure,
} from './figure-grid.ts'
import { pastedText } from './place-problem-text.ts'

const none: readonly string[] = []

/** The figures of this unit, and the way to type several as one action; an emptied one is no entry any more. */
export function useFigures(figures: FigureRegister): {
  readonly entries: readonly Entry[] | undefined
  put(typed: readonly TypedFigure[], action: 'type' | 'paste', unknown?: readonly string[]): void
  /** Notes with these entries where their figures are from. */
  putSource(ids: readonly EntryId[], text: string): void
} {
  const session = useSession()
  const { database } = useStore()
  const unit = session.unit.code
  const ids = useEntries({ unit, register: figures.register.id })
  const views = useEntryViews(ids ?? none)
  // While the next figures are read, those before stay: the sheet must not lose its focus.
  const last = useRef<readonly Entry[] | undefined>(undefined)
  const entries = useMemo(() => (ids === undefined ? undefined : views?.map(({ entry }) => entry)), [ids, views])
  if (entries !== undefined) last.current = entries
  return {
    entries: entries ?? last.current,
    putSource: (ids, text) => {
      const { source } = figures
      if (source === null) return
      void session.act({
        action: 'type-source',
        insist: true,
        edit: async (read, known) =>
          (
            await Promise.all(ids.map((id) => editEntryFields(id, { [source.key]: text.trim() }).edit(read, known)))
          ).flat(),
      })
    },
    put: (typed, action, unknown = []) => {
      const filled = typed.filter(({ subject, text }) => plainFigure(subject, text) !== '')
      const emptied = typed.filter(({ subject, text }) => plainFigure(subject, text) === '')
      const drafts = filled.map((one) => ({
        id: figureEntryId(unit, figures, one),
        fields: figureFields(figures, one),
        year: session.year,
      }))
      void session
        .act({
          action: action === 'paste' ? 'paste-figures' : 'type-figures',
          insist: true,
          edit: async (read, known) => {
            const removed = await Promise.all(
              emptied.map(async (one) => removedFigure(unit, figures, one, (record) => read('entry', record))),
            )
            const added = drafts.length === 0 ? [] : await addEntries(database, drafts).edit(read, known)
            return [...removed.flat(), ...added]
          },
        })
        .then((isDone) => {
          if (isDone && action === 'paste') notice.set(pastedText(filled.length, unknown))
        })
    },
  }
}
