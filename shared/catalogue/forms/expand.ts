/**
 * Fills `{name}` placeholders: one result for each combination of the listed values, in order.
 * `expand({ row: ['a', 'b'] }, (fill) => fill('t.{row}'))` gives `['t.a', 't.b']`.
 */
export function expand<T>(
  forEach: Readonly<Record<string, readonly string[]>> | undefined,
  make: (fill: (text: string) => string) => T,
): T[] {
  const names = Object.keys(forEach ?? {})
  const build = (chosen: Readonly<Record<string, string>>, rest: readonly string[]): T[] => {
    const [name, ...others] = rest
    if (name === undefined) {
      return [make((text) => text.replace(/\{(\w+)\}/g, (whole, key: string) => chosen[key] ?? whole))]
    }
    return (forEach?.[name] ?? []).flatMap((value) => build({ ...chosen, [name]: value }, others))
  }
  return build({}, names)
}
