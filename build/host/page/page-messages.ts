/** What the page's shim tells main. `args` and `value` are in the codec's text. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: string }
  | { kind: 'send'; channel: string; args: string }
  | { kind: 'preload-error'; path: string; message: string }

/** What main tells the page's shim. */
export type ToPage =
  | { kind: 'result'; id: number; value?: string; error?: string }
  | { kind: 'event'; channel: string; args: string }
