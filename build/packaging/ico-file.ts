/** One picture of an icon: `pixels` are RGBA, 8 bits each, row by row from the top; `png` is the same as a PNG file. */
export type IconPicture = { size: number; pixels: Uint8Array; png: Uint8Array }

/**
 * A Windows .ico of square pictures. 256 pixels are stored as PNG, smaller ones as 32-bit bitmaps, because parts of
 * Windows and of installer tools read PNG only at 256.
 */
export function icoFile(pictures: readonly IconPicture[]): Uint8Array {
  const images = pictures.map((picture) => (picture.size >= 256 ? picture.png : bitmap(picture)))
  const directory = Buffer.alloc(6 + 16 * pictures.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(pictures.length, 4)
  let offset = directory.length
  for (const [index, picture] of pictures.entries()) {
    const bytes = images[index]?.length ?? 0
    const entry = 6 + 16 * index
    // The directory writes 256 as 0: a byte holds no more.
    directory.writeUInt8(picture.size % 256, entry)
    directory.writeUInt8(picture.size % 256, entry + 1)
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(bytes, entry + 8)
    directory.writeUInt32LE(offset, entry + 12)
    offset += bytes
  }
  return Buffer.concat([directory, ...images])
}

/** BITMAPINFOHEADER, BGRA rows from the bottom, and an empty transparency mask: alpha does the work. */
function bitmap({ size, pixels }: IconPicture): Uint8Array {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  // Twice the height: colours and mask.
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const colours = Buffer.alloc(size * size * 4)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = (row * size + column) * 4
      const to = ((size - 1 - row) * size + column) * 4
      colours[to] = pixels[from + 2] ?? 0
      colours[to + 1] = pixels[from + 1] ?? 0
      colours[to + 2] = pixels[from] ?? 0
      colours[to + 3] = pixels[from + 3] ?? 0
    }
  }
  const maskRow = Math.ceil(size / 32) * 4
  return Buffer.concat([header, colours, Buffer.alloc(maskRow * size)])
}
