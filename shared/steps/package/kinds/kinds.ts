import { type KindReader, readerOf } from './kind.ts'
import { type Submission, submission } from './submission.ts'

/** What a file can hold, by `kind`: each kind is a file of this folder, a member here and one below. */
export type Package = Submission

export const kindReaders: readonly KindReader<Package>[] = [readerOf(submission)]
