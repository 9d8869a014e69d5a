import type { Catalogue } from '../../catalogue/catalogue.ts'
import type {
  AnswerWording,
  FormLineWording,
  FormWording,
  NoticeWording,
} from '../../catalogue/letters/letter-schema.ts'
import type { Placeholder } from '../../catalogue/letters/placeholders.ts'
import type { Request } from '../../model/entry/request.ts'
import { type StatutoryClock, statutoryClock } from '../clock/statutory-clock.ts'
import type { DocumentNode } from '../documents/document.ts'
import { answersFor } from './answers-for.ts'
import { BLANK, fillIn } from './fill-in.ts'
import type { Letter, LetterContext, LetterDetails, LetterWords } from './letter.ts'
import { letterValues } from './letter-values.ts'

export interface MadeLetter {
  readonly title: string
  readonly nodes: readonly DocumentNode[]
  /** Left blank in the letter. */
  readonly missing: readonly Placeholder[]
  /** Years without holiday data that its days run through: they are provisional (暂算). */
  readonly provisional: readonly number[]
}

/** Fills wordings, and gathers what they miss. */
type Fill = (text: string) => string

/**
 * The letter as a document: its wording with the entry's values, and room to write where one is missing. `words` are the
 * program's own, for what the wordings leave to it.
 */
export function makeLetter(
  letter: Letter,
  context: LetterContext,
  details: LetterDetails,
  words: LetterWords,
  catalogue: Catalogue,
): MadeLetter {
  const clock = statutoryClock(context.request, context.calendar, context.today)
  const values = letterValues(letter, context, details, clock, { catalogue, words })
  const missing = new Set<Placeholder>()
  const fill: Fill = (text) => fillIn(text, values, missing)
  const nodes = letterNodes(letter, context, details, { catalogue, words }, clock, fill)
  const title = nodes.find((node) => node.kind === 'title')?.text ?? ''
  return { title, nodes, missing: [...missing], provisional: clock.provisional }
}

/** The answer that was chosen for a decision, the first where there is no such. */
export function answerFor(
  catalogue: Catalogue,
  { stage }: Extract<Letter, { kind: 'decision' }>,
  details: LetterDetails,
): AnswerWording | undefined {
  const { wordings } = answersFor(catalogue, stage)
  return wordings[details.answer] ?? wordings[0]
}

function letterNodes(
  letter: Letter,
  context: LetterContext,
  details: LetterDetails,
  { catalogue, words }: { readonly catalogue: Catalogue; readonly words: LetterWords },
  clock: StatutoryClock,
  fill: Fill,
): DocumentNode[] {
  const wordings = catalogue.letters
  const contact = (): DocumentNode[] => paragraphs(wordings.contact, fill)
  switch (letter.kind) {
    case 'receipt':
    case 'rectification':
    case 'extension':
    case 'consultationNotice':
    case 'reasons':
    case 'delay':
      return [...noticeNodes(wordings[letter.kind], fill), ...contact()]
    case 'publicInterest':
      return [...noticeNodes(wordings.publicInterest, fill), ...contact()]
    case 'correction':
      return [...noticeNodes(wordings.correction[letter.stage.correction], fill), ...contact()]
    case 'fee':
      return [...noticeNodes(wordings.fee[details.basis], fill), ...contact()]
    case 'consultation':
      return [
        ...noticeNodes(wordings.consultation[letter.stage.whom], fill),
        ...contact(),
        { kind: 'title', text: fill(wordings.opinion.title), newPage: true },
        { kind: 'salutation', text: fill(wordings.opinion.salutation ?? '') },
        ...formNodes('opinion', wordings.opinion, fill),
      ]
    case 'decision': {
      const answer = answerFor(catalogue, letter, details)
      if (answer === undefined) throw new Error(`no answer for ${letter.stage.outcome}`)
      const { reference, salutation, opening, rectified } = wordings.decision
      const { [answer.remedy]: remedy, online } = wordings.remedies
      const said = [
        ...opening,
        ...(isRectified(context.request) ? [rectified] : []),
        ...answer.paragraphs,
        ...(goesOnline(context.request) ? [remedy, online] : [remedy]),
      ]
      return [...noticeNodes({ title: answer.title, reference, salutation, paragraphs: said }, fill), ...contact()]
    }
    case 'delivery':
      return [{ kind: 'title', text: fill(wordings.delivery.title) }, ...formNodes('delivery', wordings.delivery, fill)]
    case 'slip':
      return slipNodes(wordings.slip, words, context, clock, fill)
  }
}

function isRectified({ stages }: Request): boolean {
  return stages.some((stage) => stage.kind === 'rectification' && stage.answered !== null)
}

/** An answer goes the way that its delivery says; until there is one, the way on which the request came. */
function goesOnline({ receipt, stages }: Request): boolean {
  const delivery = stages.findLast((stage) => stage.kind === 'delivery')
  return delivery === undefined ? receipt.way === 'online' : delivery.way === 'online'
}

function noticeNodes({ title, reference, salutation, paragraphs: said }: NoticeWording, fill: Fill): DocumentNode[] {
  return [
    { kind: 'title', text: fill(title) },
    ...(reference === '' ? [] : [{ kind: 'reference' as const, text: fill(reference) }]),
    { kind: 'salutation', text: fill(salutation) },
    ...said.flatMap((text) => paragraphs(text, fill)),
    { kind: 'sign-off', unit: fill('{unit}'), date: fill('{letterDate}') },
  ]
}

/** What the clerk wrote may have lines of its own. */
function paragraphs(text: string, fill: Fill): DocumentNode[] {
  if (text === '') return []
  const lines = fill(text)
    .split('\n')
    .map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => ({ kind: 'paragraph', lead: '', text: line }))
}

function formNodes(
  id: string,
  { title, lines, notes }: FormWording,
  fill: Fill,
  more: FormLineWording[] = [],
): DocumentNode[] {
  const rows = [...lines.map((line) => ({ line, say: fill })), ...more.map((line) => ({ line, say: asItIs }))]
  return [
    {
      kind: 'form',
      id,
      caption: fill(title),
      widths: [5, 7, 5, 7],
      lines: rows.map(({ line: { boxes, room }, say }) => ({
        room,
        boxes: boxes.flatMap(({ label, text }) => [
          { kind: 'label' as const, text: say(label), colSpan: 1 },
          // A box has room by itself.
          { kind: 'text' as const, text: say(text).replaceAll(BLANK, ''), colSpan: boxes.length === 1 ? 3 : 1 },
        ]),
      })),
    },
    ...notes.map((text) => ({ kind: 'note' as const, text: fill(text) })),
  ]
}

/** Sentences of the clock are filled already. */
const asItIs: Fill = (text) => text

/** The request's clock in one line, then step by step. */
function slipNodes(
  wording: FormWording,
  words: LetterWords,
  { today }: LetterContext,
  clock: StatutoryClock,
  fill: Fill,
): DocumentNode[] {
  const single = (label: string, text: string): FormLineWording => ({ boxes: [{ label, text }], room: false })
  const more = [
    single('当前状态', words.clockSummary(clock, today)),
    ...clock.steps.map((step, i) => single(`计算过程${i + 1}`, words.clockStep(step))),
  ]
  return [
    { kind: 'title', text: fill(wording.title) },
    ...formNodes('slip', wording, fill, more),
    { kind: 'sign-off', unit: fill('{unit}'), date: fill('{letterDate}') },
  ]
}
