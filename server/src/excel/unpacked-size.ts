import { inflateRawSync } from 'node:zlib'

/** Marks of a ZIP archive and where their parts lie, as APPNOTE.TXT 4.3 says. */
const endOfDirectory = 0x06_05_4b_50
const directoryEntry = 0x02_01_4b_50
const localEntry = 0x04_03_4b_50
const endLength = 22
const longestComment = 65_535

const stored = 0
const deflated = 8

/**
 * How many bytes the parts of a ZIP archive are unpacked, found by unpacking them one by one; undefined where that is more than the
 * limit, or where it is no archive. What an archive says of itself is not believed.
 */
export function unpackedSize(content: Buffer, limit: number): number | undefined {
  try {
    const sizes = entriesOf(content)
    let total = 0
    for (const entry of sizes) {
      total += sizeOf(content, entry, limit - total + 1)
      if (total > limit) return undefined
    }
    return total
  } catch {
    return undefined
  }
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly at: number
}

function entriesOf(content: Buffer): readonly Entry[] {
  const end = findEnd(content)
  const entries: Entry[] = []
  let at = content.readUInt32LE(end + 16)
  for (let index = content.readUInt16LE(end + 10); index > 0; index -= 1) {
    if (content.readUInt32LE(at) !== directoryEntry) throw new Error('No directory of an archive')
    entries.push({ method: content.readUInt16LE(at + 10), packed: content.readUInt32LE(at + 20), at: content.readUInt32LE(at + 42) })
    at += 46 + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(content: Buffer): number {
  const earliest = Math.max(0, content.length - endLength - longestComment)
  for (let at = content.length - endLength; at >= earliest; at -= 1) if (content.readUInt32LE(at) === endOfDirectory) return at
  throw new Error('No archive')
}

function sizeOf(content: Buffer, { method, packed, at }: Entry, most: number): number {
  if (content.readUInt32LE(at) !== localEntry) throw new Error('No entry of an archive')
  const begin = at + 30 + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28)
  const part = content.subarray(begin, begin + packed)
  if (method === stored) return part.length
  if (method !== deflated) throw new Error('Packed in a way that Excel does not')
  return inflateRawSync(part, { maxOutputLength: Math.max(1, most) }).length
}
