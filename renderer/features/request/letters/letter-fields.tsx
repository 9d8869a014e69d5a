import { NumberInput, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { chineseDate } from '../../../../shared/calendar/chinese-date.ts'
import { isDay } from '../../../../shared/calendar/day-number.ts'
import type { Catalogue } from '../../../../shared/catalogue/catalogue.ts'
import type { Placeholder } from '../../../../shared/catalogue/letters/placeholders.ts'
import type { FieldValue } from '../../../../shared/model/entry/entry-record.ts'
import { type FeeBasis, MAX_FEE_COUNT } from '../../../../shared/steps/clock/fee-tariff.ts'
import { answersFor } from '../../../../shared/steps/letters/answers-for.ts'
import { type Letter, type LetterDetails, noticeFee, ownDate } from '../../../../shared/steps/letters/letter.ts'
import { answerFor } from '../../../../shared/steps/letters/make-letter.ts'
import { feeBasisNames, feeCalculation } from '../../../../shared/wording/letter-words.ts'
import { DateInput } from '../../../kit/fields/date-input.tsx'
import { limited } from '../../../kit/fields/limited.ts'
import { useStore } from '../../../store/store-context.ts'

type TextKey =
  | 'matter'
  | 'addressee'
  | 'unitAddress'
  | 'payTo'
  | 'reviewOrgan'
  | 'court'
  | 'reviewOnline'
  | 'deliveredDocument'

/** Characters that a text of a letter takes. */
const MOST_IN_LETTER = 4000

/** What the clerk writes into each letter, top to bottom; `matter` may run over several lines. */
const asked: Readonly<Record<Letter['kind'], readonly (readonly [TextKey, string])[]>> = {
  receipt: [['unitAddress', '本单位联系地址']],
  slip: [],
  rectification: [
    ['matter', '需要补正的事项'],
    ['unitAddress', '本单位联系地址'],
  ],
  extension: [
    ['matter', '延期理由（接在“因”字后）'],
    ['unitAddress', '本单位联系地址'],
  ],
  consultation: [
    ['addressee', '征求意见对象'],
    ['matter', '征求意见的信息（不要写申请人信息）'],
    ['unitAddress', '本单位联系地址'],
  ],
  fee: [
    ['payTo', '缴费方式'],
    ['unitAddress', '本单位联系地址'],
  ],
  decision: [
    ['matter', ''],
    ['reviewOrgan', '行政复议机关'],
    ['court', '人民法院'],
    ['reviewOnline', '网上申请行政复议的途径（网络送达的要写）'],
    ['unitAddress', '本单位联系地址'],
  ],
  consultationNotice: [['unitAddress', '本单位联系地址']],
  publicInterest: [
    ['addressee', '告知对象（第三方）'],
    ['matter', '公开的内容和理由'],
    ['reviewOrgan', '行政复议机关'],
    ['court', '人民法院'],
    ['unitAddress', '本单位联系地址'],
  ],
  reasons: [
    ['matter', '需要说明理由的事项'],
    ['unitAddress', '本单位联系地址'],
  ],
  delay: [
    ['matter', '延迟理由（接在“因”字后）'],
    ['unitAddress', '本单位联系地址'],
  ],
  correction: [
    ['matter', '更正的内容，或者有权更正的机关、不更正的理由'],
    ['reviewOrgan', '行政复议机关（不予更正的要写）'],
    ['court', '人民法院（不予更正的要写）'],
    ['unitAddress', '本单位联系地址'],
  ],
  delivery: [['deliveredDocument', '送达的文书（空着就写答复书和文号）']],
}

type FieldKey = TextKey | 'count'

/** Nobody signs these for the unit. */
const undated: ReadonlySet<Letter['kind']> = new Set(['delivery'])

interface FieldsProps {
  readonly letter: Letter
  readonly details: LetterDetails
  readonly today: string
  /** The field that the clerk starts in. */
  readonly first: FieldKey | null
  onChange(details: LetterDetails): void
}

/** The first field from above that the letter misses; null where only the entry lacks something, or nothing. */
export function firstEmptyField(
  catalogue: Catalogue,
  letter: Letter,
  details: LetterDetails,
  missing: readonly Placeholder[],
): FieldKey | null {
  if (letter.kind === 'fee' && missing.includes('count')) return 'count'
  return textFields(catalogue, letter, details).find(([key]) => missing.includes(key))?.[0] ?? null
}

function textFields(catalogue: Catalogue, letter: Letter, details: LetterDetails): (readonly [TextKey, string])[] {
  const ask = letter.kind === 'decision' ? (answerFor(catalogue, letter, details)?.ask ?? '') : null
  return asked[letter.kind]
    .map(([key, label]) => [key, key === 'matter' ? (ask ?? label) : label] as const)
    .filter(([, label]) => label !== '')
}

/** Two of these stand on one line, the address beside the date. */
const narrow: ReadonlySet<TextKey> = new Set(['reviewOrgan', 'court', 'unitAddress'])

/** What the entry does not hold and this letter needs. */
export function LetterFields({ letter, details, today, first, onChange }: FieldsProps) {
  const { catalogue } = useStore()
  const answers = letter.kind === 'decision' ? answersFor(catalogue, letter.stage).wordings : []
  return (
    <Stack gap={8}>
      {answers.length > 1 && (
        <Select
          size="xs"
          label="答复类型"
          allowDeselect={false}
          data={answers.map(({ label }, i) => ({ value: String(i), label }))}
          value={String(details.answer)}
          onChange={(value) => onChange({ ...details, answer: Number(value ?? 0) })}
        />
      )}
      {letter.kind === 'fee' && (
        <FeeFields amount={letter.stage.amount} details={details} first={first} onChange={onChange} />
      )}
      <div className="letter-texts">
        {textFields(catalogue, letter, details).map(([key, label]) => {
          const Input = key === 'matter' ? Textarea : TextInput
          return (
            <Input
              key={key}
              className={narrow.has(key) ? undefined : 'letter-text-wide'}
              size="xs"
              label={label}
              value={details[key]}
              {...limited(details[key], MOST_IN_LETTER)}
              data-autofocus={key === first ? true : undefined}
              {...(key === 'matter' ? { rows: 4 } : {})}
              onChange={(event) => onChange({ ...details, [key]: event.currentTarget.value })}
            />
          )
        })}
        {!undated.has(letter.kind) && (
          <LetterDate
            own={ownDate(letter, today)}
            hasStage={'stage' in letter}
            date={details.date}
            onChange={(date) => onChange({ ...details, date })}
          />
        )}
      </div>
    </Stack>
  )
}

/** The day under the letter. One unlike the day that was registered is told: deadlines go by the latter. */
function LetterDate(props: { own: string; hasStage: boolean; date: string; onChange(date: string): void }) {
  const { own, date } = props
  const [typed, setTyped] = useState<FieldValue | null>(date === '' ? own : date)
  const isReadable = typed === null || (typeof typed === 'string' && isDay(typed))
  return (
    <>
      <DateInput
        field={{ key: 'letterDate', label: '落款日期', kind: 'date' }}
        value={typed ?? undefined}
        flaw={isReadable ? null : 'unreadable'}
        size="xs"
        onChange={(value) => {
          setTyped(value)
          if (value === null) props.onChange('')
          else if (typeof value === 'string' && isDay(value)) props.onChange(value === own ? '' : value)
        }}
      />
      {props.hasStage && date !== '' && (
        <Text size="xs" c="orange.9" role="status" className="letter-text-wide">
          登记的日期是{chineseDate(own)}，文书落款是{chineseDate(date)}。期限按登记的日期算，请核对。
        </Text>
      )}
    </>
  )
}

function FeeFields({ amount, details, first, onChange }: Omit<FieldsProps, 'letter' | 'today'> & { amount: string }) {
  const { basis, count, from } = details
  const fee = noticeFee(details)
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="收费标准"
        data={Object.entries(feeBasisNames).map(([value, label]) => ({ value, label }))}
        value={basis}
        onChange={(value) =>
          onChange({ ...details, basis: value === 'pages' ? 'pages' : ('items' satisfies FeeBasis) })
        }
      />
      <NumberInput
        size="xs"
        label={basis === 'items' ? '本件是该申请人当月第几件' : '提供的信息一共几页'}
        description="一件申请只按一种标准收费"
        allowDecimal={false}
        allowNegative={false}
        max={MAX_FEE_COUNT}
        value={count ?? ''}
        data-autofocus={first === 'count' ? true : undefined}
        onChange={(value) => onChange({ ...details, count: typeof value === 'number' ? value : null })}
      />
      {basis === 'items' && (
        <NumberInput
          size="xs"
          label="本通知从第几件起计收（只收本件的不用填）"
          allowDecimal={false}
          allowNegative={false}
          min={1}
          max={count ?? MAX_FEE_COUNT}
          value={from ?? ''}
          onChange={(value) => onChange({ ...details, from: typeof value === 'number' ? value : null })}
        />
      )}
      {fee !== null && (
        <Text size="xs" c={fee.amount === Number(amount) ? 'dimmed' : 'red'} role="status">
          {fee.amount === Number(amount)
            ? feeCalculation(fee)
            : `按标准应收${fee.amount}元，登记的是${amount}元，不一致。请核对件数、页数，或者改登记的金额。`}
        </Text>
      )}
    </>
  )
}
