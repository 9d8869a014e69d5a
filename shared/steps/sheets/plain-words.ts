/** A heading or a choice as it is compared: without width, case, spaces, marks and what stands in brackets. */
export function plainWords(text: string): string {
  const wide = text.normalize('NFKC').toLowerCase()
  const bare = wide.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
  const plain = (bare.trim() === '' ? wide : bare).replace(/[\s*:：、，,。.;；“”"'‘’《》<>()[\]【】_/-]/g, '')
  return plain.replaceAll('时间', '日期')
}
