import { expose } from 'comlink'
import { forms } from '../../../shared/catalogue/forms/forms.ts'
import { suiteNone } from '../../../shared/steps/package/envelope/suite-none.ts'
import { fetchedBytes } from './file-bytes.ts'
import { packagesWith } from './package-codec.ts'

expose(packagesWith(fetchedBytes, { forms, suites: [suiteNone] }, suiteNone))
