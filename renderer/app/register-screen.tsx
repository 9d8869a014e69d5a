import { registerById } from '../../shared/catalogue/catalogue.ts'
import { EntryScreen } from '../features/entry/entry-screen.tsx'
import { FiguresScreen } from '../features/figures/figures-screen.tsx'
import { OpeningsScreen } from '../features/figures/openings-screen.tsx'
import { RegisterList } from '../features/register-list/register-list.tsx'
import { RequestEditor } from '../features/request/request-editor.tsx'
import { SheetMenu } from '../features/sheets/sheet-menu.tsx'
import type { RegisterView } from '../kit/session/view.ts'
import { useStore } from '../store/store-context.ts'

/** The list that an entry was opened from. */
const listOf = ({ entry, ...list }: RegisterView): RegisterView => (entry === undefined ? list : { ...list, at: entry })

/** A register's list, one of its entries, or its sheet of figures. */
export function RegisterScreen({ view }: { view: RegisterView }) {
  const { registers } = useStore().catalogue
  const register = registerById(registers, view.register)
  if (register === null) return null
  const isSheet = register.id === 'figures' || register.id === 'openings'
  const sheetMenu = (ids: readonly string[]) => <SheetMenu register={register} ids={ids} pastes={!isSheet} />
  if (register.id === 'figures') {
    return <FiguresScreen key={view.entry} figure={view.entry ?? null} sheetMenu={sheetMenu} />
  }
  if (register.id === 'openings') return <OpeningsScreen sheetMenu={sheetMenu} />
  return view.entry === undefined ? (
    <RegisterList
      key={register.id}
      register={register}
      narrow={view.narrow ?? null}
      isFlawed={view.flawed === true}
      at={view.at ?? null}
      sheetMenu={sheetMenu}
    />
  ) : (
    <EntryScreen
      key={view.entry}
      register={register}
      entry={view.entry}
      list={listOf(view)}
      editor={register.id === 'requests' ? (editing) => <RequestEditor {...editing} /> : null}
    />
  )
}
