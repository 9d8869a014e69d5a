/**
 * Draws icons/*.svg into the files that installers want: `node build/packaging/make-icons.ts`.
 * The results are committed; run it only after changing a drawing. Needs a Chromium on this machine.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumPath, installHint } from '../chromium.ts'
import { type IconPicture, icoFile } from './ico-file.ts'

const icons = path.join(import.meta.dirname, 'icons')
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256]
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]

/** Runs in the page: a canvas scales the drawing and gives both forms. */
async function drawInPage({ svg, size }: { svg: string; size: number }): Promise<{ png: string; pixels: number[] }> {
  const image = new Image(size, size)
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(image, 0, 0, size, size)
  const pixels = Array.from(context.getImageData(0, 0, size, size).data)
  return { png: canvas.toDataURL('image/png').slice('data:image/png;base64,'.length), pixels }
}

async function draw(page: Page, drawing: string, size: number): Promise<IconPicture> {
  const svg = readFileSync(path.join(icons, drawing), 'utf8')
  const { png, pixels } = await page.evaluate(drawInPage, { svg, size })
  return { size, pixels: Uint8Array.from(pixels), png: Buffer.from(png, 'base64') }
}

async function drawAll(page: Page, drawing: string, sizes: readonly number[]): Promise<IconPicture[]> {
  const pictures: IconPicture[] = []
  for (const size of sizes) pictures.push(await draw(page, drawing, size))
  return pictures
}

const executablePath = chromiumPath()
if (executablePath === null) throw new Error(installHint())
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  writeFileSync(path.join(icons, 'icon.ico'), icoFile(await drawAll(page, 'app.svg', windowsSizes)))
  writeFileSync(path.join(icons, 'ogi.ico'), icoFile(await drawAll(page, 'ogi-file.svg', windowsSizes)))
  mkdirSync(path.join(icons, 'linux'), { recursive: true })
  for (const { size, png } of await drawAll(page, 'app.svg', linuxSizes)) {
    writeFileSync(path.join(icons, 'linux', `${size}x${size}.png`), png)
  }
} finally {
  await browser.close()
}
