import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../../electron/window/menu.ts'
import { menuCommands } from '../../../../shared/desktop.ts'

type Items = ReturnType<typeof menuTemplate>

const itemsOf = (template: Items): Items => template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))

describe('menuTemplate()', () => {
  it('names everything in Chinese', () => {
    const template = menuTemplate(() => {})
    const labels = [...template, ...itemsOf(template)]
      .filter(({ type }) => type !== 'separator')
      .map(({ label }) => label)
    for (const label of labels) expect(label).toMatch(/[\u4e00-\u9fff]/)
  })

  it('sends every command once', () => {
    const sent: string[] = []
    const commands = itemsOf(menuTemplate((command) => sent.push(command))).filter(({ click }) => click !== undefined)
    for (const { click } of commands) Reflect.apply(click ?? (() => {}), undefined, [])
    expect(sent.sort()).toEqual([...menuCommands].sort())
  })

  it('shows the keys of its commands but leaves them to the window', () => {
    const withKeys = itemsOf(menuTemplate(() => {})).filter(({ accelerator }) => accelerator !== undefined)
    expect(withKeys.map(({ accelerator, registerAccelerator }) => [accelerator, registerAccelerator])).toEqual([
      ['CmdOrCtrl+O', false],
      ['CmdOrCtrl+P', false],
      ['CmdOrCtrl+Z', false],
      ['CmdOrCtrl+Y', false],
    ])
  })
})
