/** Electron's dialog options and results, as far as the host honours them. */
export interface OpenOptions {
  title?: string
  defaultPath?: string
  buttonLabel?: string
  filters?: { name: string; extensions: string[] }[]
  properties?: string[]
}

export interface OpenResult {
  canceled: boolean
  filePaths: string[]
}

export type SaveOptions = Omit<OpenOptions, 'properties'>

export interface SaveResult {
  canceled: boolean
  filePath: string
}

export interface MessageOptions {
  title?: string
  message: string
  detail?: string
  buttons?: string[]
  defaultId?: number
  cancelId?: number
  checkboxLabel?: string
  checkboxChecked?: boolean
}

export interface MessageResult {
  response: number
  checkboxChecked: boolean
}
