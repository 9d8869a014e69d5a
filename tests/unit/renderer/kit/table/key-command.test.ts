import { describe, expect, it } from 'vitest'
import { type CellMode, commandOf } from '../../../../../renderer/kit/table/key-command.ts'

function press(text: string, mode: CellMode) {
  const parts = text.split('+')
  return commandOf(
    {
      key: parts.at(-1) ?? '',
      shift: parts.includes('Shift'),
      ctrl: parts.includes('Ctrl'),
      alt: parts.includes('Alt'),
    },
    mode,
  )
}

describe('commandOf()', () => {
  it.each([
    ['ArrowDown', { do: 'move', move: 'down' }],
    ['Shift+ArrowDown', { do: 'extend', move: 'down' }],
    ['Ctrl+Home', { do: 'move', move: 'table-start' }],
    ['Ctrl+Shift+End', { do: 'extend', move: 'table-end' }],
    ['Tab', { do: 'move', move: 'next' }],
    ['Shift+Tab', { do: 'move', move: 'previous' }],
    ['Enter', { do: 'move', move: 'enter' }],
    ['Delete', { do: 'clear' }],
    ['Backspace', { do: 'clear' }],
    ['F2', { do: 'edit' }],
    ['F4', { do: 'remark' }],
    ['Ctrl+a', { do: 'select-all' }],
    ['5', null],
    ['Ctrl+z', null],
    ['Ctrl+c', null],
    ['Alt+F4', null],
    ['Process', null],
  ])('reads %s in a waiting cell', (keys, command) => {
    expect(press(keys, 'ready')).toEqual(command)
  })

  it('leaves the cell with arrows after typing over it', () => {
    expect(press('ArrowRight', 'replacing')).toEqual({ do: 'move', move: 'right' })
    expect(press('Backspace', 'replacing')).toBeNull()
  })

  it('leaves arrows, Home and Delete to the text while editing in place', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Delete', 'Ctrl+a']) {
      expect(press(key, 'editing')).toBeNull()
    }
    expect(press('Enter', 'editing')).toEqual({ do: 'move', move: 'enter' })
  })

  it('keeps Ctrl+Z to the text only while there is some', () => {
    expect(press('Ctrl+z', 'editing')).toEqual({ do: 'keep-to-text' })
    expect(press('Ctrl+y', 'replacing')).toEqual({ do: 'keep-to-text' })
  })
})
