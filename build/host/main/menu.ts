import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'

type Click = (item: MenuItem, window: BrowserWindow | null, event: object) => void

interface ItemOptions {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  click?: Click
  submenu?: ItemOptions[] | Menu
}

/** What a role does where the item has no click of its own; roles of the native shell do nothing. */
const roles = new Map<string, (window: BrowserWindow | null) => void>([
  ['quit', () => app.quit()],
  ['close', (window) => window?.close()],
  ['minimize', (window) => window?.minimize()],
  ['reload', (window) => window?.webContents.reload()],
  ['forcereload', (window) => window?.webContents.reload()],
  ['undo', (window) => window?.webContents.undo()],
  ['redo', (window) => window?.webContents.redo()],
  ['cut', (window) => window?.webContents.cut()],
  ['copy', (window) => window?.webContents.copy()],
  ['paste', (window) => window?.webContents.paste()],
  ['delete', (window) => window?.webContents.delete()],
  ['selectall', (window) => window?.webContents.selectAll()],
])

/** Electron's MenuItem: `click()` without arguments acts on the visible window. */
export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #click: Click | undefined

  constructor(options: ItemOptions) {
    this.id = options.id
    this.label = options.label ?? options.role ?? ''
    this.role = options.role?.toLowerCase()
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu')
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : options.submenu
    this.#click = options.click
  }

  click(event: object = {}, window: BrowserWindow | null = BrowserWindow.getFocusedWindow()): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.#click !== undefined) this.#click(this, window, event)
    else roles.get(this.role ?? '')?.(window)
  }
}

/** Electron's Menu. The host draws none: a test finds its items and clicks them. */
export class Menu {
  static #applicationMenu: Menu | null = null
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: readonly (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(): void {}
  closePopup(): void {}
}
