import { registerById } from '../../../shared/catalogue/registers/registers.ts'
import type { RegisterView } from '../../app/view.ts'
import { EntryScreen } from './entry-screen.tsx'
import { FiguresScreen } from './figures-screen.tsx'
import { OpeningsScreen } from './openings-screen.tsx'
import { RegisterList } from './register-list.tsx'

/** The list that an entry was opened from. */
const listOf = ({ entry: _opened, ...list }: RegisterView): RegisterView => list

/** A register's list, one of its entries, or its sheet of figures. */
export function RegisterScreen({ view }: { view: RegisterView }) {
  if (view.register === 'figures') return <FiguresScreen key={view.entry} figure={view.entry ?? null} />
  if (view.register === 'openings') return <OpeningsScreen />
  const register = registerById(view.register)
  if (register === null) return null
  return view.entry === undefined ? (
    <RegisterList key={register.id} register={register} narrow={view.narrow ?? null} isFlawed={view.flawed === true} />
  ) : (
    <EntryScreen key={view.entry} register={register} entry={view.entry} list={listOf(view)} />
  )
}
