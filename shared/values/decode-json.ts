/** The JSON in these bytes, or null where they are no UTF-8 or no JSON. Boxed, because `null` is JSON too. */
export function decodeJson(bytes: Uint8Array): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return null
  }
}
