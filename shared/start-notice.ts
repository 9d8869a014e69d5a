import { z } from './values/parse.ts'

/** `YYYY-MM-DDTHH:mm` in Beijing. */
const minute = z.string().max(20)
const steps = z.int().nonnegative()
/** A folder. */
const place = z.string().max(4000)

/** See `StoreDiffers`. */
export const storeDiffers = z.strictObject({
  store: steps.nullable(),
  journal: steps,
  brought: z.strictObject({ places: steps, conflicts: steps }).nullable(),
})

/**
 * What a person should hear at start.
 *   clock-behind: the PC's clock is before the last thing saved
 *   clock-changed: the PC's clock was set while the program ran; by what had passed it should have `shown` what was `expected`
 *   journal-tail-dropped: the last line was cut short, as by a power cut while it was written; nobody was told 已保存
 *     unless the file was cut later, which can't be seen
 *   journal-damaged: `lost` whole steps can't be read (null: how many, can't be seen), `kept` can
 *   journal-short: the journal holds fewer steps than this folder is known to have had
 *   journal-other: the journal is not the one that this folder had
 *   store-differs: the store holds what the journal has not, see `StoreDiffers`; it was put aside whole
 *   store-renewed: another version of the program left the store, and it was made anew from the journal; `savedAs` is null
 *     where it could not be kept
 *   store-unreadable: the store could not be opened, was put aside and made anew from the journal
 */
export const startNotice = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('clock-behind'), lastSaved: minute }),
  z.strictObject({ code: z.literal('clock-changed'), expected: minute, shown: minute }),
  z.strictObject({ code: z.literal('journal-tail-dropped'), savedAs: place }),
  z.strictObject({ code: z.literal('journal-damaged'), kept: steps, lost: steps.nullable(), savedAs: place }),
  z.strictObject({ code: z.literal('journal-short'), found: steps, known: steps }),
  z.strictObject({ code: z.literal('journal-other') }),
  z.strictObject({ code: z.literal('store-differs'), ...storeDiffers.shape, savedAs: place }),
  z.strictObject({ code: z.literal('store-renewed'), savedAs: place.nullable() }),
  z.strictObject({ code: z.literal('store-unreadable'), savedAs: place }),
])
export type StartNotice = Readonly<z.infer<typeof startNotice>>

/** A notice that nobody has read yet. Of two with one key the later one holds. */
export const keptNotice = z.strictObject({ key: z.string().min(1).max(100), notice: startNotice })
export type KeptNotice = Readonly<z.infer<typeof keptNotice>>
export const keptNotices = z.array(keptNotice)
