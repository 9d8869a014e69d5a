const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** A response with the headers that all of ours carry. */
export function respond(body: BodyInit, type: string, policy: string): Response {
  return new Response(body, { headers: { ...commonHeaders, 'content-type': type, 'content-security-policy': policy } })
}

export function respondStatus(status: number): Response {
  return new Response(null, { status, headers: commonHeaders })
}
