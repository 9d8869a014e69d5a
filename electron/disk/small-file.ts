import { readFile } from 'node:fs/promises'
import type { z } from '../../shared/values/parse.ts'
import { writeOwnFile } from './own-files.ts'
import { isMissing } from './system-problem.ts'

/** Reads a small JSON file of ours; null where it is missing or not what we wrote. Throws what the disk throws. */
export async function readSmallFile<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  return parseSmallFile(text, schema)
}

export function parseSmallFile<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export async function writeSmallFile(file: string, value: unknown): Promise<void> {
  await writeOwnFile(file, Buffer.from(`${JSON.stringify(value, null, 2)}\n`))
}
