import path from 'node:path'
import { z } from '../../shared/values/parse.ts'
import { readSmallFile, writeSmallFile } from '../disk/small-file.ts'

const bounds = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
const windowState = z.strictObject({ bounds, isMaximized: z.boolean() })

/** Device-independent pixels. */
export type Bounds = Readonly<z.infer<typeof bounds>>
export type WindowState = Readonly<z.infer<typeof windowState>>

/** So much of the window's upper edge must be on a screen that it can be taken and moved. */
const GRIP_WIDTH = 200
const GRIP_HEIGHT = 30

const stateFile = (folder: string) => path.join(folder, 'window-state.json')

export function readWindowState(folder: string): Promise<WindowState | null> {
  return readSmallFile(stateFile(folder), windowState).catch(() => null)
}

export function writeWindowState(folder: string, state: WindowState): Promise<void> {
  return writeSmallFile(stateFile(folder), state)
}

/** The remembered place, made to fit its screen; null where that screen is gone. */
export function visibleBounds(saved: Bounds, workAreas: readonly Bounds[]): Bounds | null {
  const area = workAreas.find(
    ({ x, y, width, height }) =>
      Math.min(saved.x + saved.width, x + width) - Math.max(saved.x, x) >= GRIP_WIDTH &&
      saved.y >= y - GRIP_HEIGHT &&
      saved.y + GRIP_HEIGHT <= y + height,
  )
  if (area === undefined) return null
  return { ...saved, width: Math.min(saved.width, area.width), height: Math.min(saved.height, area.height) }
}
