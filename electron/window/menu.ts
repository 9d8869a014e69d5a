import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/desktop.ts'
import { menuWords } from '../../shared/wording/menu.ts'

/**
 * The native menu. The window hears its own keys, because only it knows whether Ctrl+Z belongs to a text field or to
 * the table: so the menu shows the keys of its commands, but does not take them.
 */
export function menuTemplate(send: (command: MenuCommand) => void): MenuItemConstructorOptions[] {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: menuWords.file,
      submenu: [
        command(menuWords.open, 'open', 'CmdOrCtrl+O'),
        command(menuWords.print, 'print', 'CmdOrCtrl+P'),
        line,
        command(menuWords.settings, 'settings'),
        line,
        { label: menuWords.quit, role: 'quit' },
      ],
    },
    {
      label: menuWords.edit,
      submenu: [
        command(menuWords.undo, 'undo', 'CmdOrCtrl+Z'),
        command(menuWords.redo, 'redo', 'CmdOrCtrl+Y'),
        line,
        { label: menuWords.cut, role: 'cut' },
        { label: menuWords.copy, role: 'copy' },
        { label: menuWords.paste, role: 'paste' },
        { label: menuWords.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: menuWords.view,
      submenu: [
        { label: menuWords.zoomIn, role: 'zoomIn' },
        { label: menuWords.zoomOut, role: 'zoomOut' },
        { label: menuWords.actualSize, role: 'resetZoom' },
        line,
        { label: menuWords.fullScreen, role: 'togglefullscreen' },
      ],
    },
    { label: menuWords.help, submenu: [command(menuWords.about, 'about')] },
  ]
}
