/** The host's own requests to the page in the user's browser, drawn by the panel. */
export type PanelRequest =
  | { kind: 'open'; id: string; title: string; accept: string; multiple: boolean; directory: boolean }
  | {
      kind: 'message'
      id: string
      message: string
      detail: string
      buttons: readonly string[]
      defaultId: number
      cancelId: number
      checkboxLabel: string
      checkboxChecked: boolean
    }
  | { kind: 'offer'; id: string; name: string }
  | { kind: 'copy'; text: string }
  | { kind: 'print' }
  | { kind: 'go'; address: string }
  | { kind: 'ended'; text: string }

/** What the panel answers to `open` and `message`. */
export type PanelAnswer = { uploaded: boolean } | { response: number; checkboxChecked: boolean }

/** One event on the stream from main to the page. */
export type LinkEvent = { kind: 'shim'; text: string } | { kind: 'panel'; request: PanelRequest }

/** What the page posts: where it is, and its shim's messages in their order. */
export interface LinkPost {
  at: string
  texts: readonly string[]
}
