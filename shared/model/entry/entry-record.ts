import type { Groups } from '../../record/groups.ts'
import { splitRecordId } from '../../record/record-id.ts'
import type { Json } from '../../values/json.ts'
import { z } from '../../values/parse.ts'
import { mark } from './mark.ts'
import { type RequestStage, requestStage } from './request.ts'

/**
 * An entry of a register. Record id: `unit|register|entry`. Groups, each stamped and merged alone:
 *   a register's field groups (`main`, `dates` …): what was typed, by field key, right or wrong
 *   `stage:<id>` one stage of a request; ids sort in the order in which they were added
 *   `personal` the fields that name or reach a person, sealed: never in clear
 *   `bin` the day on which it was put into the bin
 *   `erased`, `gone` what remains of a person, or of an entry, erased for good: see erased.ts
 */
export interface EntryId {
  readonly unit: string
  readonly register: string
  readonly entry: string
}

/** As typed. A choice of several is a list; a flag is true or absent; an empty field is absent. */
export type FieldValue = string | boolean | string[]
export const fieldValue = z.custom<FieldValue>(isFieldValue)

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

/** Personal data under the record's own key: erasing it is dropping the key. `nonce` and `data` are base64. */
export const sealedFields = z.strictObject({ keyId: z.string().min(1).max(100), nonce: base64, data: base64 })
export type SealedFields = z.infer<typeof sealedFields>

export interface StoredStage {
  readonly id: string
  readonly stage: RequestStage
}

export interface Entry {
  readonly id: EntryId
  readonly fields: Readonly<Record<string, FieldValue>>
  /** By day, and within a day as they were added. */
  readonly stages: readonly StoredStage[]
  readonly personal: SealedFields | null
  /** The day on which it was put into the bin. */
  readonly binned: string | null
  /** The day on which its personal data was erased for good; absent where it was not. */
  readonly erased?: string
  /** Groups that cannot be read: of a newer program, or damaged. They stay in the record. */
  readonly unread: readonly string[]
}

const STAGE = 'stage:'

/** The group of a stage. */
export function stageGroup(id: string): string {
  return STAGE + id
}

export function isStageGroup(group: string): boolean {
  return group.startsWith(STAGE)
}

export function entryRecordId({ unit, register, entry }: EntryId): string {
  return `${unit}|${register}|${entry}`
}

/**
 * What an entry's sealed data is bound to: to another entry it does not open. Without the unit, whose code may be taken
 * up later or mapped to another one.
 */
export function sealedRecord({ register, entry }: Pick<EntryId, 'register' | 'entry'>): string {
  return `${register}|${entry}`
}

/** Which entry a record is: `entryRecordId` undone. */
export function entryIdOf(record: string): EntryId {
  const [unit = '', register = '', entry = ''] = splitRecordId(record, 3)
  return { unit, register, entry }
}

/** The entry that a record holds; null where nothing of it stands (its making was undone). */
export function readEntry(record: string, groups: Groups): Entry | null {
  const fields: Record<string, FieldValue> = {}
  const stages: StoredStage[] = []
  const unread: string[] = []
  let personal: SealedFields | null = null
  let binned: string | null = null
  let erased: string | null = null
  let isThere = false
  for (const [group, { value }] of Object.entries(groups)) {
    if (value === null) continue
    if (group === 'bin') {
      binned = mark.safeParse(value).data?.day ?? null
      if (binned === null) unread.push(group)
      continue
    }
    if (group === 'gone') continue
    if (group === 'erased') {
      erased = mark.safeParse(value).data?.day ?? null
      if (erased === null) unread.push(group)
      continue
    }
    isThere = true
    if (group === 'personal') {
      personal = sealedFields.safeParse(value).data ?? null
      if (personal === null) unread.push(group)
    } else if (isStageGroup(group)) {
      const parsed = requestStage.safeParse(value)
      if (parsed.success) stages.push({ id: group.slice(STAGE.length), stage: parsed.data })
      else unread.push(group)
    } else {
      const read = readFields(value)
      if (read === null) unread.push(group)
      else Object.assign(fields, read)
    }
  }
  if (!isThere) return null
  return {
    id: entryIdOf(record),
    fields,
    stages: stages.sort(inOrder),
    personal,
    binned,
    ...(erased === null ? {} : { erased }),
    unread,
  }
}

function inOrder(a: StoredStage, b: StoredStage): number {
  const [left, right] = a.stage.date === b.stage.date ? [a.id, b.id] : [a.stage.date, b.stage.date]
  return left < right ? -1 : 1
}

function isFieldValue(value: unknown): value is FieldValue {
  if (Array.isArray(value)) return value.length <= 100 && value.every((one) => isText(one, 200))
  return typeof value === 'boolean' || isText(value, 20_000)
}

const isText = (value: unknown, length: number): boolean => typeof value === 'string' && value.length <= length

/**
 * The fields of a group; null where there is none, or it can't be read. Looked at by hand: a store made anew reads tens
 * of thousands, and a schema takes ten times as long.
 */
export function readFields(value: Json): Readonly<Record<string, FieldValue>> | null {
  return isFields(value) ? value : null
}

function isFields(value: Json): value is Record<string, FieldValue> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isFieldValue)
  )
}
