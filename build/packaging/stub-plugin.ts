const codeAddress = 0x1000
const fileAlignment = 512
const exportDirectorySize = 40

/**
 * A 32-bit Windows DLL that has the named exports and does nothing. The NSIS compiler reads only a plugin's export
 * table, so it accepts this; an installer made with it does not work.
 */
export function stubPlugin(name: string, exportNames: readonly string[]): Uint8Array {
  const section = exportSection(name, [...exportNames].sort())
  const body = Buffer.alloc(roundUp(section.length, fileAlignment))
  section.copy(body)
  return Buffer.concat([headers(body.length, section.length), body])
}

/** Export directory, its three tables, the names, and one `ret` that every export points to. */
function exportSection(name: string, exportNames: readonly string[]): Buffer {
  const count = exportNames.length
  const addresses = codeAddress + exportDirectorySize
  const namePointers = addresses + 4 * count
  const ordinals = namePointers + 4 * count
  const strings = ordinals + 2 * count
  const text = Buffer.from([`${name}.dll`, ...exportNames].map((entry) => `${entry}\0`).join(''), 'latin1')
  const code = strings + text.length

  const section = Buffer.alloc(code - codeAddress + 1)
  section.writeUInt32LE(strings, 12)
  section.writeUInt32LE(1, 16)
  section.writeUInt32LE(count, 20)
  section.writeUInt32LE(count, 24)
  section.writeUInt32LE(addresses, 28)
  section.writeUInt32LE(namePointers, 32)
  section.writeUInt32LE(ordinals, 36)
  let nameAddress = strings + name.length + '.dll\0'.length
  for (const [index, entry] of exportNames.entries()) {
    section.writeUInt32LE(code, addresses - codeAddress + 4 * index)
    section.writeUInt32LE(nameAddress, namePointers - codeAddress + 4 * index)
    section.writeUInt16LE(index, ordinals - codeAddress + 2 * index)
    nameAddress += entry.length + 1
  }
  text.copy(section, strings - codeAddress)
  section.writeUInt8(0xc3, code - codeAddress)
  return section
}

/** DOS header, PE signature, COFF header, optional header (PE32) and one section header. */
function headers(rawSize: number, virtualSize: number): Buffer {
  const header = Buffer.alloc(fileAlignment)
  header.write('MZ')
  const pe = 64
  header.writeUInt32LE(pe, 60)
  header.write('PE\0\0', pe)

  const coff = pe + 4
  const optionalSize = 96 + 16 * 8
  header.writeUInt16LE(0x14c, coff)
  header.writeUInt16LE(1, coff + 2)
  header.writeUInt16LE(optionalSize, coff + 16)
  header.writeUInt16LE(0x2102, coff + 18)

  const optional = coff + 20
  header.writeUInt16LE(0x10b, optional)
  header.writeUInt32LE(rawSize, optional + 4)
  header.writeUInt32LE(0x1000, optional + 20)
  header.writeUInt32LE(0x10000000, optional + 28)
  header.writeUInt32LE(0x1000, optional + 32)
  header.writeUInt32LE(fileAlignment, optional + 36)
  header.writeUInt16LE(4, optional + 40)
  header.writeUInt16LE(4, optional + 48)
  header.writeUInt32LE(codeAddress + roundUp(virtualSize, 0x1000), optional + 56)
  header.writeUInt32LE(fileAlignment, optional + 60)
  header.writeUInt16LE(2, optional + 68)
  header.writeUInt32LE(16, optional + 92)
  header.writeUInt32LE(codeAddress, optional + 96)
  header.writeUInt32LE(virtualSize, optional + 100)

  const section = optional + optionalSize
  header.write('.text', section)
  header.writeUInt32LE(virtualSize, section + 8)
  header.writeUInt32LE(codeAddress, section + 12)
  header.writeUInt32LE(rawSize, section + 16)
  header.writeUInt32LE(fileAlignment, section + 20)
  header.writeUInt32LE(0x60000020, section + 36)
  return header
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step
}
