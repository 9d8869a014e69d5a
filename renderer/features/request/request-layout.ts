import {
  fieldOf,
  type RegisterDefinition,
  type RegisterField,
} from '../../../shared/catalogue/registers/register-definition.ts'
import { typedFields } from '../../../shared/catalogue/registers/sheet-fields.ts'

/** Where the fields of a request are typed. Each field that people type stands in one of these, one that is added too. */
export interface RequestLayout {
  /** The row that makes a request: how it came, when, and from whom. */
  readonly main: readonly RegisterField[]
  /** Sealed and always in sight: what is asked, and who asks. */
  readonly inSight: readonly RegisterField[]
  /** Folded away: what is in clear, then what is sealed. */
  readonly more: readonly RegisterField[]
  readonly folded: readonly RegisterField[]
}

/** Ways of receipt after which both sides have to confirm (art. 31). */
const needConfirmation: readonly unknown[] = ['online', 'ordinaryMail', 'fax']

/** `way`: how the request came, as far as that is typed; the day of confirmation is asked only where the way needs one. */
export function requestLayout(register: RegisterDefinition, way: unknown): RequestLayout {
  const inSight = [fieldOf(register, 'subject'), fieldOf(register, 'name')]
  const isMain = ({ group }: RegisterField): boolean => group === 'main'
  const typed = typedFields(register)
  const clear = typed.filter(({ personal }) => personal !== true)
  return {
    main: clear.filter((field) => isMain(field) && (field.key !== 'confirmed' || needConfirmation.includes(way))),
    inSight,
    more: clear.filter((field) => !isMain(field)),
    folded: typed.filter((field) => field.personal === true && !inSight.includes(field)),
  }
}
