import { Button } from '@mantine/core'
import type { Entry } from '../../../../shared/model/entry/entry-record.ts'
import type { RequestStage } from '../../../../shared/model/entry/request.ts'
import { type Letter, lettersOf } from '../../../../shared/steps/letters/letter.ts'
import { letterNames } from '../../../../shared/wording/letter-words.ts'

/** Which letter of a request: of one of its stages by the stage's id, or with null of the request as a whole. */
export interface ChosenLetter {
  readonly stage: string | null
  readonly kind: Letter['kind']
}

/** The letter that was chosen; null where its stage is no more. */
export function chosenLetter(entry: Entry, { stage, kind }: ChosenLetter): Letter | null {
  const stored = entry.stages.find(({ id }) => id === stage)
  if (stage !== null && stored === undefined) return null
  const before = entry.stages.map((one) => one.stage)
  return lettersOf(stored?.stage ?? null, before).find((letter) => letter.kind === kind) ?? null
}

/** The letters of a stage among those of its request, or with null of the request as a whole, each a button. */
export function LetterButtons(props: {
  stage: RequestStage | null
  stages: readonly RequestStage[]
  size: string
  onOpen(kind: Letter['kind']): void
}) {
  return lettersOf(props.stage, props.stages).map(({ kind }) => (
    <Button key={kind} size={props.size} variant="subtle" data-letter={kind} onClick={() => props.onOpen(kind)}>
      {letterNames[kind]}…
    </Button>
  ))
}
