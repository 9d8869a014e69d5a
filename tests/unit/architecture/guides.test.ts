import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../..', import.meta.url)

/** What a guide names in backquotes from one of the top folders: `shared/desktop.ts`; patterns (`<area>`, `*`) are left out. */
function named(text: string): string[] {
  const paths = [...text.matchAll(/`((?:shared|renderer|electron|build|tests|docs)\/[^`\s]*)`/g)].map(
    ([, at = '']) => at,
  )
  return paths.filter((path) => !/[<*{]/.test(path))
}

describe.each(['CONTRIBUTING.md', 'docs/architecture.md'])('%s', (guide) => {
  it('names only files and folders that there are', () => {
    const paths = named(readFileSync(new URL(guide, root), 'utf8'))
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
  })
})
