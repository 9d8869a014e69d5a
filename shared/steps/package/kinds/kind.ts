import type { Form } from '../../../catalogue/forms/form.ts'
import type { Result } from '../../../values/result.ts'
import type { CommonHeader } from '../envelope/manifest.ts'
import { type EnvelopeRules, type OpenedEnvelope, openEnvelope } from '../envelope/open-envelope.ts'
import type { Cover } from '../envelope/read-cover.ts'
import type { Suite } from '../envelope/suite.ts'
import type { PackageProblem } from '../package-problem.ts'

/** What a file is read with. */
export interface PackageReading {
  /** The official forms, as the catalogue that was opened has them. */
  readonly forms: readonly Form[]
  readonly suites: readonly Suite[]
}

/** One kind of `.ogi` file: what its manifest says beside the common header, which parts it has, and what they hold. */
export interface PackageKind<Header extends CommonHeader, Content> extends EnvelopeRules<Header> {
  readonly kind: Header['kind']
  /** Schemas of the parts, then whether they agree with the manifest. */
  read(envelope: OpenedEnvelope<Header>, reading: PackageReading): Result<Content, PackageProblem>
}

/** Opens files of one kind. */
export interface KindReader<Content> {
  readonly kind: string
  readonly largest: number
  open(cover: Cover, reading: PackageReading): Promise<Result<Content, PackageProblem>>
}

export function readerOf<Header extends CommonHeader, Content>(
  kind: PackageKind<Header, Content>,
): KindReader<Content> {
  return {
    kind: kind.kind,
    largest: kind.limits.file,
    async open(cover, reading) {
      const envelope = await openEnvelope(cover, kind, reading.suites)
      return envelope.ok ? kind.read(envelope.value, reading) : envelope
    },
  }
}
