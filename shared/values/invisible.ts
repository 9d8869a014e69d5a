/** Zero-width spaces and joiners, directions, soft hyphens, the byte order mark. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** A text without what nobody sees in it: web systems and PDF readers leave it there. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}
