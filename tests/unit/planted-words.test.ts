import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesWith } from '../fixtures/planted-words.ts'
import { temporaryFolder } from './electron/temporary-folder.ts'

const word = '张三的宅基地审批表'

describe('filesWith()', () => {
  it.each([
    ['UTF-8', Buffer.from(`x${word}y`)],
    ['UTF-16', Buffer.from(`x${word}y`, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(`x${word}y`, 'utf16le').swap16()],
    ['escaped JSON', Buffer.from(`"${Array.from(word, (one) => `\\u${one.charCodeAt(0).toString(16)}`).join('')}"`)],
    ['base64', Buffer.from(Buffer.from(`{"subject":"${word}"}`).toString('base64'))],
    ['base64, one byte later', Buffer.from(Buffer.from(` {"subject":"${word}"}`).toString('base64'))],
    ['base64, two bytes later', Buffer.from(Buffer.from(`  {"subject":"${word}"}`).toString('base64'))],
  ])('finds a word in %s', (_how, bytes) => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'a/b'), { recursive: true })
    writeFileSync(path.join(folder, 'a/b/file'), bytes)
    writeFileSync(path.join(folder, 'other'), 'nothing')
    expect(filesWith(folder, ['420921198001011234', word])).toEqual([`${path.join('a/b/file')}: ${word}`])
  })
})
