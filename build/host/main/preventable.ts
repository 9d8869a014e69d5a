/** An event as Electron hands it to listeners. */
export interface Preventable {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** Makes an event that a listener may refuse; `details` are its own fields. */
export function preventable<Details extends object>(details: Details): Preventable & Details {
  let prevented = false
  return Object.defineProperties(
    { ...details, preventDefault: () => {}, defaultPrevented: false },
    {
      preventDefault: {
        value: () => {
          prevented = true
        },
      },
      defaultPrevented: { get: () => prevented },
    },
  )
}
