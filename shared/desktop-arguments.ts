import { type DesktopMethods, MOST_KEPT, MOST_SEALED } from './desktop.ts'
import { frameDraft } from './journal/frame.ts'
import { sealedFields } from './model/entry/entry-record.ts'
import { storeDiffers } from './start-notice.ts'
import { z } from './values/parse.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const token = z.string().regex(/^[\w-]{16,64}$/)
const saveSuggestion = z.strictObject({
  // A suggestion is a file name, never a path.
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\:*?"<>|\p{Cc}]+$/u),
  kind: z.enum(['ogi', 'pdf', 'docx', 'xlsx', 'csv', 'json']),
})

/** Names from code are ASCII: nothing that a clerk typed in Chinese gets into the log. */
const windowError = z.strictObject({
  name: z.string().regex(/^[\w$]{1,60}$/),
  at: z.array(z.string().regex(/^[\x20-\x7e]{1,200}$/)).max(20),
})

const keyId = z.string().min(1).max(100)
const unitCode = z.string().min(1).max(120)
const personalText = z.string().max(MOST_SEALED)
const record = z.string().min(1).max(300)

/** What main accepts, method by method: checked again on its side, whoever calls. */
export const desktopArguments = {
  start: z.tuple([]),
  dropNotices: z.tuple([z.array(z.string().max(100)).max(1000)]),
  setStoreAside: z.tuple([z.enum(['move', 'copy']), z.union([storeDiffers, z.literal('other-program')]).optional()]),
  append: z.tuple([frameDraft]),
  stageAction: z.tuple([z.string().max(80).nullable()]),
  appendStaged: z.tuple([token]),
  readJournal: z.tuple([z.int().nonnegative()]),
  chooseFiles: z.tuple([z.enum(['files', 'folder', 'sheet'])]),
  stage: z.tuple([z.string().min(1).max(200)]),
  keepReceived: z.tuple([z.array(token).max(MOST_KEPT)]),
  checkReceived: z.tuple([z.array(sha256).max(100_000)]),
  readReceived: z.tuple([sha256]),
  saveFile: z.tuple([token, saveSuggestion]),
  renderPdf: z.tuple([token]),
  printPaper: z.tuple([token]),
  showInFolder: z.tuple([z.string().min(1).max(4000)]),
  copyText: z.tuple([z.string().max(1_000_000)]),
  logError: z.tuple([windowError]),
  reopen: z.tuple([]),
  seal: z.tuple([personalText, record, keyId.optional()]),
  sealMany: z.tuple([z.array(z.strictObject({ record, text: personalText })).max(20_000)]),
  unseal: z.tuple([z.array(z.strictObject({ record, sealed: sealedFields })).max(20_000)]),
  droppedKeys: z.tuple([z.array(keyId).max(20_000)]),
  dropKeys: z.tuple([z.array(keyId).max(20_000)]),
  signer: z.tuple([unitCode]),
  sign: z.tuple([unitCode, z.string().max(70_000)]),
  privacy: z.tuple([]),
  makeRecoveryCode: z.tuple([]),
  restoreKeyring: z.tuple([z.string().max(200)]),
  giveUpKeys: z.tuple([]),
} satisfies { [M in keyof DesktopMethods]: z.ZodType<Parameters<DesktopMethods[M]>> }

export const desktopMethods = Object.keys(desktopArguments) as (keyof DesktopMethods)[]
