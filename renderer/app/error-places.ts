/** A line of a stack: `at function (address/file.js:12:34)`, or without a function. */
const LINE = /^\s+at (?:async )?(?:([\w$.<> ]+) \()?\S*?([\w.-]+:\d+:\d+)\)?$/
const MOST = 20

/** Where in the program an error came up, from its stack, the innermost first; without the message above it. */
export function errorPlaces(stack: string): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const [, name = '', place] = LINE.exec(line) ?? []
      return place === undefined ? [] : [`${name} ${place}`.trim().slice(0, 200)]
    })
    .slice(0, MOST)
}
