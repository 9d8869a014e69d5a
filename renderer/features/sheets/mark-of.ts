import { sha256Hex } from '../../../shared/values/sha256.ts'

/** What a text of a file is remembered by: never itself, for what was taken for a heading may be somebody's row. */
export const markOf = (text: string): string => sha256Hex(new TextEncoder().encode(text.trim())).slice(0, 16)
