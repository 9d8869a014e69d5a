import { useEffect, useMemo, useState } from 'react'
import { filledByEdit, unitEdits } from '../../shared/actions/unit-changes.ts'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import { receivesReports } from '../../shared/model/unit/unit-record.ts'
import { type UnitFields, unitsFromFields } from '../features/units/new-unit.ts'
import { openSample } from '../features/units/open-sample.ts'
import { Welcome } from '../features/units/welcome.tsx'
import { type Session, SessionContext } from '../kit/session/session.ts'
import { HOME, type View } from '../kit/session/view.ts'
import { defaultYear } from '../kit/session/year.ts'
import { useUnits } from '../store/reports/use-records.ts'
import { useStore } from '../store/store-context.ts'
import { editReport, recordAction } from '../store/write/record-action.ts'
import { Frame } from './frame.tsx'
import { lastPlace, rememberPlace } from './last-place.ts'
import { LeftOutForms } from './left-out-forms.tsx'
import { StartNotices } from './start-notices.tsx'

/** Chooses the unit and year that are worked on, and gives every screen its session. */
export function Workspace() {
  const store = useStore()
  const units = useUnits()
  const [place, setPlace] = useState(lastPlace)
  const [view, setView] = useState<View>(HOME)
  // The sample comes in several steps; it is shown when it is whole.
  const [openingSample, setOpeningSample] = useState(false)
  // A unit that was just made is on disk before this window's list has it: until then the one on screen stays.
  const [coming, setComing] = useState<{ readonly unit: string; readonly year?: number } | null>(null)

  const kept = units?.filter((unit) => unit.kept) ?? []
  const unit = kept.find(({ code }) => code === place.unit) ?? kept[0]
  const year = place.year ?? defaultYear(store.start.today)
  const form = formForYear(store.catalogue.forms, year)

  const hasCome = kept.some(({ code }) => code === coming?.unit)
  useEffect(() => {
    if (coming === null || !hasCome) return
    // Without a year of its own the window stays in that which it is in, also when a new one begins.
    setPlace((before) => ({ unit: coming.unit, year: coming.year ?? before.year }))
    setView(HOME)
    setComing(null)
  }, [coming, hasCome])
  useEffect(() => rememberPlace(place), [place])

  const session = useMemo((): Session | null => {
    if (unit === undefined || units === undefined || form === null) return null
    const isDesk = receivesReports(unit, units)
    return {
      unit,
      units,
      isDesk,
      year,
      form,
      layer: isDesk ? 'total' : 'own',
      view,
      go: setView,
      goTo: (where, there) => {
        if (!units.some(({ code, kept }) => kept && code === where.unit)) return
        setPlace({ unit: where.unit, year: where.year })
        setView(there)
      },
      setUnit: (code) => {
        setPlace((before) => ({ ...before, unit: code }))
        setView(HOME)
      },
      setYear: (chosen) => setPlace((before) => ({ ...before, unit: unit.code, year: chosen })),
      edit: (layer, action, change) => {
        const id = { unit: unit.code, year, layer }
        void editReport(store, id, action, (groups) => change(id, groups), { insist: true })
      },
      act: async (draft) => (await recordAction(store, { ...draft, unit: unit.code, year })).ok,
    }
  }, [store, unit, units, form, year, view])

  if (units === undefined) return null
  const create = async (fields: UnitFields): Promise<boolean> => {
    const created = unitsFromFields(fields, units)
    const own = created.find(({ profile, kept }) => kept && profile.name === fields.name.trim())
    if (own === undefined) return false
    // Who adds a unit below its own fills in for it (代填), unless 单位资料 says otherwise.
    const above = units.find(({ code, kept }) => kept && code === own.profile.parent)
    const filledBy = above?.profile.sample === own.profile.sample ? above.code : null
    const result = await recordAction(store, {
      action: 'create-unit',
      unit: own.code,
      year,
      author: own.contact.author,
      // Taken back, there would be no screen left to do it again from.
      undoable: false,
      edit: async (read) =>
        (
          await Promise.all(
            created.map(async (one) => {
              const groups = await read('unit', one.code)
              return [...unitEdits(groups, one), ...(one === own ? filledByEdit(one.code, groups, filledBy) : [])]
            }),
          )
        ).flat(),
    })
    if (result.ok) setComing({ unit: own.code })
    return result.ok
  }
  if (session === null || openingSample) {
    return (
      <main>
        <StartNotices />
        <LeftOutForms />
        <Welcome
          dataFolder={store.start.dataFolder}
          onCreate={create}
          onSample={async () => {
            setOpeningSample(true)
            const sample = await openSample(store).finally(() => setOpeningSample(false))
            if (sample !== null) setComing(sample)
          }}
        />
      </main>
    )
  }
  return (
    <SessionContext value={session}>
      <Frame key={`${session.unit.code}|${session.year}`} onCreate={create} />
    </SessionContext>
  )
}
