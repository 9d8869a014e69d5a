import type { HeaderLists } from '../main/session.ts'

/**
 * Adds the host's script to a document for the user's own browser, the only place where the host touches a page.
 * The application's policy stays; it is widened only where it would forbid the page to speak with its own address.
 */
export function addHostScript(html: string, headers: HeaderLists): string {
  const policies = headers['content-security-policy'] ?? []
  headers['content-security-policy'] = policies.map(allowOwnConnections)
  const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(policies.join(';'))?.[1]
  const script = `<script src="/__host/page.js"${nonce === undefined ? '' : ` nonce="${nonce}"`}></script>`
  return html.replace(/<head[^>]*>/i, (head) => head + script)
}

function allowOwnConnections(policy: string): string {
  const directives = policy.split(';').map((directive) => directive.trim())
  const connect = directives.find((directive) => directive.startsWith('connect-src'))
  if (connect?.includes("'self'")) return policy
  const rest = directives.filter((directive) => directive !== connect && directive !== '')
  const sources = (connect ?? 'connect-src').replace(" 'none'", '')
  return [...rest, `${sources} 'self'`].join('; ')
}
