import { expose } from 'comlink'
import type { CatalogueData } from '../../../shared/catalogue/catalogue-data.ts'
import { openCatalogue } from '../../../shared/catalogue/open-catalogue.ts'
import { suiteOgi1 } from '../../../shared/steps/package/envelope/suite-ogi-1.ts'
import type { PackageWork } from '../store.ts'
import { fetchedBytes } from './file-bytes.ts'
import { packagesWith } from './package-codec.ts'

/** What the window says to the worker: first what is known, then what is to be done. */
export interface PackageWorker extends PackageWork {
  know(catalogue: CatalogueData): void
}

let work: PackageWork | null = null

function knowing(): PackageWork {
  if (work === null) throw new Error('the worker was not told what is known')
  return work
}

const worker: PackageWorker = {
  know(data) {
    const { forms } = openCatalogue(data, []).catalogue
    work = packagesWith(fetchedBytes, { forms, suites: [suiteOgi1()] }, (sign) => suiteOgi1({ sign }))
  },
  open: (token) => knowing().open(token),
  pack: (draft, sign) => knowing().pack(draft, sign),
}

expose(worker)
