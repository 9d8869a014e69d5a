const nothingFrom = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
}

/** For the window, its scripts and workers. The nonce, new with each load, is for styles that a library injects. */
export function windowPolicy(nonce: string | null): string {
  return join({
    ...nothingFrom,
    'script-src': "'self'",
    'style-src': nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
  })
}

/** For the page that is printed: a document with styles in it, and no script at all. */
export const printPolicy = join({
  ...nothingFrom,
  'style-src': "'unsafe-inline'",
  'font-src': "'self'",
  'img-src': 'data:',
})

/** For bytes that are read, never shown. */
export const bytesPolicy = join({ ...nothingFrom, sandbox: '' })

function join(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ')
}
