/** Main has started its Chromium; in browser mode it has none yet. */
export interface Ready {
  kind: 'ready'
  /** Where Playwright attaches to the windows' Chromium. */
  endpoint: string | null
  /** The process of main's own Chromium, which is also the id of its process group. */
  browser: number | null
  /** Where main serves its pages. */
  port: number
}

/** What main tells the test that started it, over Node's child channel. */
export type FromMain =
  | Ready
  | { kind: 'link'; url: string }
  | { kind: 'result'; id: number; value?: unknown; error?: string }

/** What a test asks of main. */
export interface ToMain {
  kind: 'evaluate'
  id: number
  source: string
  argument: unknown
}
