import { describe, expect, it } from 'vitest'
import { earlyEvents } from '../../../../electron/bridge/early-events.ts'

describe('earlyEvents()', () => {
  it('keeps what came before anybody listened, once', () => {
    const events = earlyEvents<number>()
    events.emit(1)
    events.emit(2)
    const heard: number[] = []
    const leave = events.listen((value) => heard.push(value))
    const second: number[] = []
    events.listen((value) => second.push(value))
    events.emit(3)
    leave()
    events.emit(4)
    expect(heard).toEqual([1, 2, 3])
    expect(second).toEqual([3, 4])
  })

  it('keeps again after the last listener has left', () => {
    const events = earlyEvents<number>()
    events.listen(() => {})()
    events.emit(1)
    const heard: number[] = []
    events.listen((value) => heard.push(value))
    expect(heard).toEqual([1])
  })
})
